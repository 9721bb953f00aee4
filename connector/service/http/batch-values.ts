import { notRun } from '../../dataverse/index.js'
import type { Outcome } from '../../dataverse/index.js'

/** What a batch's operations gave. Throws the error of the one that stopped it. */
export function valuesOf<Value>(outcomes: readonly Outcome<Value>[]): readonly Value[] {
  return outcomes.map((outcome) => {
    if (outcome.ok) return outcome.value
    if (outcome.error === notRun) throw new Error('A batch stopped without an error.')
    throw outcome.error
  })
}
