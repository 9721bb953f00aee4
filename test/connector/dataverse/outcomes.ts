import type { Outcome } from '../../../connector/dataverse/index.js'

/** The value of an operation of a batch that is expected to succeed. */
export function valueOf<Result>(outcome: Outcome<Result> | undefined): Result {
  if (outcome?.ok) return outcome.value
  throw new Error(`The operation failed: ${String(outcome?.error)}`)
}

/** The error of an operation of a batch that is expected to fail. */
export function errorIn(outcome: Outcome<unknown> | undefined): unknown {
  if (!outcome || outcome.ok) throw new Error('The operation was expected to fail.')
  return outcome.error
}
