/** One broken rule at one place of a connector's files. */
export interface Finding {
  /** The rule's name: that of the platform's own validator where it has the rule. */
  readonly rule: string
  readonly level: Level
  /** Name of the file, for example `apiDefinition.swagger.json`. */
  readonly file: string
  /** JSON path in the file: `$.paths['/jobs'].get.summary`. */
  readonly place: string
  /** What is wrong with which value, and what was expected. */
  readonly message: string
}

/** A warning may be left as it is by somebody who knows why; an error may not. */
export type Level = 'error' | 'warning'

/** One line: `error OperationIdSanitized apiDefinition.swagger.json $.paths...: what is wrong.` */
export function describeFinding({ level, rule, file, place, message }: Finding): string {
  return `${level} ${rule} ${file} ${place}: ${message}`
}
