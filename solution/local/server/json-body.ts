import { DataverseError } from '../errors.js'
import type { JsonRow } from '../write/index.js'
import type { OperationRequest } from './operation.js'

/** The JSON object in the body; throws 400 when it holds none. */
export function jsonBody({ body }: OperationRequest): JsonRow {
  const value = parsed(body)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonRow
  throw new DataverseError(
    'badPayload',
    'Error identified in Payload provided by the user: expected a JSON object.',
  )
}

function parsed(body: Buffer): unknown {
  const text = body.toString('utf8')
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DataverseError(
      'badPayload',
      `Error identified in Payload provided by the user: no valid JSON. ${reason}`,
    )
  }
}
