import { DataverseError } from '../errors.js'
import type { FaultRule, Faults } from '../faults/index.js'
import type { AdvancingClock } from '../limits/index.js'
import type { Trace } from '../trace/index.js'
import { failureResponse } from './failure.js'
import { jsonBody } from './json-body.js'
import { jsonResponse, noContent } from './operation.js'
import type { OperationRequest, OperationResponse } from './operation.js'

export interface ControlServices {
  readonly trace: Trace
  readonly faults: Faults
  readonly clock: AdvancingClock
}

/**
 * What tests and measurements in other processes use, below `/local/`; none of it is traced.
 *
 * - `GET trace`: totals, and with `?entries=true` the latest requests. `POST trace/reset`.
 * - `GET faults`, `POST faults` with `{"rules": [FaultRule]}`, `DELETE faults`.
 * - `POST clock` with `{"advanceSeconds": n}`: puts the limits' clock forward.
 */
export function answerControl(
  request: OperationRequest,
  services: ControlServices,
): OperationResponse {
  try {
    return answer(request, services)
  } catch (error) {
    return failureResponse(error)
  }
}

function answer(
  request: OperationRequest,
  { trace, faults, clock }: ControlServices,
): OperationResponse {
  switch (`${request.method} ${request.path}`) {
    case 'GET trace': {
      const entries = new URLSearchParams(request.query).get('entries') === 'true'
      return jsonResponse(200, {
        totals: trace.totals,
        ...(entries ? { entries: trace.entries } : {}),
      })
    }
    case 'POST trace/reset':
      trace.reset()
      return noContent()
    case 'GET faults':
      return jsonResponse(200, { rules: faults.rules })
    case 'POST faults':
      faults.add(...rulesOf(jsonBody(request)['rules']))
      return noContent()
    case 'DELETE faults':
      faults.clear()
      return noContent()
    case 'POST clock': {
      const seconds = jsonBody(request)['advanceSeconds']
      if (typeof seconds !== 'number' || seconds < 0) {
        throw new DataverseError('invalidArgument', 'advanceSeconds must be a number from 0.')
      }
      clock.advance(seconds)
      return noContent()
    }
    default:
      throw new DataverseError('unknownResource', `Nothing is at ${request.path}.`)
  }
}

function rulesOf(rules: unknown): readonly FaultRule[] {
  if (Array.isArray(rules)) return rules as readonly FaultRule[]
  throw new DataverseError('invalidArgument', 'Expected a body {"rules": [...]}.')
}
