/** One option of a choice. `value` is stored in rows, so it is never reused and never renumbered. */
export interface Option {
  readonly value: number
  readonly label: string
  readonly description?: string
  /** `#rrggbb` */
  readonly color?: string
}

/** The options of a choice by the name our code uses. */
export type Options = Readonly<Record<string, Option>>

/** A choice of its own, shared by columns of several tables (a global choice). */
export interface GlobalChoice<O extends Options = Options> {
  readonly name: string
  readonly label: string
  readonly description?: string
  readonly options: O
  /** The platform's elements of the choice whose text differs from what ours have. */
  readonly settings?: Readonly<Record<string, string>>
}

/** The code name of the option with this stored value, or undefined when the choice has none. */
export function optionName<O extends Options>(
  options: O,
  value: number,
): (keyof O & string) | undefined {
  for (const name in options) if (options[name]?.value === value) return name
  return undefined
}
