import { setTimeout as sleep } from 'node:timers/promises'

import { DataverseError } from '../errors.js'
import { failureResponse } from '../server/failure.js'
import { jsonResponse } from '../server/operation.js'
import type { OperationRequest, OperationResponse } from '../server/operation.js'
import { ConnectionCut } from './connection-cut.js'
import type { FaultRule } from './fault-rule.js'
import type { Faults } from './faults.js'

/** Carries out the fault rules around one request or one operation of a batch. */
export class Injector {
  #cutsAfter = false
  #halves = false

  /** `onHalf`: told when only half of the answer is to be sent. */
  constructor(
    private readonly faults: Faults,
    private readonly onHalf: () => void = () => undefined,
  ) {}

  /** For one operation of a batch, whose cuts are its own. */
  readonly forOperation = (): Injector =>
    new Injector(this.faults, () => {
      this.#halves = true
    })

  /** True when only half of the answer is to be sent. */
  get halvesResponse(): boolean {
    return this.#halves
  }

  /** The answer to give instead of running the request. Throws `ConnectionCut`. */
  readonly before = async (request: OperationRequest): Promise<OperationResponse | undefined> => {
    const { method, path, query, body } = request
    const url = query === '' ? path : `${path}?${query}`
    const rule = this.faults.next({ method, url, body })
    return rule ? this.#begin(rule) : undefined
  }

  /** To be called once the request is committed. Throws `ConnectionCut`. */
  readonly after = (): void => {
    if (this.#cutsAfter) throw new ConnectionCut()
  }

  async #begin(rule: FaultRule): Promise<OperationResponse | undefined> {
    switch (rule.action) {
      case '429':
        return refusal('tooManyRequests', rule, 'Number of requests exceeded the limit of 6000.')
      case '503':
        return refusal('serviceUnavailable', rule, 'The service is unavailable.')
      case 'error':
        return jsonResponse(rule.status ?? 400, {
          error: { code: rule.code ?? '0x80040265', message: rule.message ?? 'A fault rule.' },
        })
      case 'dropBeforeCommit':
        throw new ConnectionCut()
      case 'dropAfterCommit':
        this.#cutsAfter = true
        return undefined
      case 'halfResponse':
        this.#halves = true
        this.onHalf()
        return undefined
      case 'delay':
        await sleep(rule.milliseconds ?? 100)
        return undefined
      case 'refuseRow':
        return undefined
    }
  }
}

function refusal(
  failure: 'tooManyRequests' | 'serviceUnavailable',
  { retryAfter = 1, message }: FaultRule,
  usual: string,
): OperationResponse {
  const headers = { 'Retry-After': String(retryAfter) }
  return failureResponse(new DataverseError(failure, message ?? usual, headers))
}
