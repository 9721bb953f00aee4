import type { ConnectorFiles } from '../../../../../connector/definition/lint/connector-files.js'
import { readmeOf } from '../valid/connector.js'

/** One way to break a connector, and the rule that catches it. */
export interface Fault {
  readonly rule: string
  readonly plant: (files: ConnectorFiles) => ConnectorFiles
}

/** A change of a JSON file: the value at a place, `a > b > 0`; undefined takes it away. */
export type Edit = readonly [place: string, value: unknown]

/** A fault in the definition; the readme goes along with it. */
export function fault(rule: string, ...edits: readonly Edit[]): Fault {
  return {
    rule,
    plant: (files) => {
      const definition = edited(files.definition, edits)
      return { ...files, definition, readme: readmeOf(definition) }
    },
  }
}

/** A fault in apiProperties.json. */
export function propertiesFault(rule: string, ...edits: readonly Edit[]): Fault {
  return {
    rule,
    plant: (files) => ({ ...files, properties: edited(files.properties, edits) }),
  }
}

/** A fault in one of the other files. */
export function fileFault(rule: string, change: Partial<ConnectorFiles>): Fault {
  return { rule, plant: (files) => ({ ...files, ...change }) }
}

/** A copy of a JSON value with the edits made. */
export function edited(value: unknown, edits: readonly Edit[]): unknown {
  return edits.reduce(
    (whole, [place, replacement]) => replaced(whole, place.split(' > '), replacement),
    value,
  )
}

function replaced(node: unknown, steps: readonly string[], value: unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return value
  if (Array.isArray(node)) {
    const copy: unknown[] = [...(node as readonly unknown[])]
    const inner = replaced(copy[Number(step)], rest, value)
    copy.splice(Number(step), 1, ...(inner === undefined ? [] : [inner]))
    return copy
  }
  const members = new Map(Object.entries((node ?? {}) as Readonly<Record<string, unknown>>))
  const inner = replaced(members.get(step), rest, value)
  if (inner === undefined) members.delete(step)
  else members.set(step, inner)
  return Object.fromEntries(members)
}
