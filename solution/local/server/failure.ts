import { DataverseError } from '../errors.js'
import { jsonResponse } from './operation.js'
import type { OperationResponse } from './operation.js'

/** The answer to a request that failed. What is no refusal is a defect: 500, and it is logged. */
export function failureResponse(error: unknown): OperationResponse {
  if (error instanceof DataverseError) {
    return jsonResponse(error.status, error.envelope, error.headers)
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`local Dataverse: unexpected failure: ${text}\n`)
  const failure = new DataverseError('internal', 'An unexpected error occurred.')
  return jsonResponse(failure.status, failure.envelope)
}
