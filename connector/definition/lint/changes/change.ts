import { definitionName } from '../connector-files.js'
import { jsonPath } from '../facts/place.js'
import type { Place } from '../facts/place.js'
import type { Operation } from '../facts/operations.js'
import type { Resolve } from '../facts/references.js'
import type { Finding } from '../finding.js'

/** What a change of the definition does to the flows that were built on it. */
export type ChangeName =
  | 'OperationRemoved'
  | 'OperationIdChanged'
  | 'OperationMoved'
  | 'TriggerKindChanged'
  | 'ParameterRemoved'
  | 'ParameterMoved'
  | 'InputRequired'
  | 'InputRemoved'
  | 'InputTightened'
  | 'OutputRemoved'
  | 'TypeChanged'
  | 'FormatChanged'
  | 'EnumValueRemoved'
  | ChangeOfMeaning

/** A flow goes on, and may see or do something else than before. */
export type ChangeOfMeaning = 'DefaultChanged' | 'OutputNotAlwaysGiven'

const meanings: readonly string[] = ['DefaultChanged', 'OutputNotAlwaysGiven']

export function change(name: ChangeName, place: Place, message: string): Finding {
  return {
    rule: name,
    level: meanings.includes(name) ? 'warning' : 'error',
    file: definitionName,
    place: jsonPath(place),
    message,
  }
}

/** One value of an operation, then and now, on its way into a request or out of an answer. */
export interface Way {
  readonly direction: 'input' | 'output'
  readonly operation: Operation
  /** Where it stands, as the designer names it: `body/items/fieldName`. */
  readonly path: readonly string[]
  readonly resolveBefore: Resolve
  readonly resolveAfter: Resolve
}

/** What messages call the value. */
export function named({ direction, operation, path }: Way): string {
  return `The ${direction} ${JSON.stringify(path.join('/'))} of ${operation.title}`
}
