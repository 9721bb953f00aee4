import fc from 'fast-check'

import { duties } from '../../../../../connector/definition/source/families.js'
import { check } from '../../../../../connector/service/http/check.js'
import { operations } from '../contract.js'
import { codeOf, startService } from '../service-under-test.js'
import type { Answer, RawRequest, ServiceUnderTest } from '../service-under-test.js'
import { brokenRequests, validRequests } from './requests.js'
import type { Operation } from './requests.js'
import { setScene, setStage } from './scene.js'
import { valid } from './valid.js'
import type { Pool } from './valid.js'

const numRuns = Number(process.env['CONTRACT_RUNS'] ?? 40)

/** Operations that only an address which the service gave out leads to. */
const isByAddress = ({ operation }: Operation) => duties[operation.operationId] === 'address'

describe('Every operation of the definition', () => {
  let service: ServiceUnderTest
  let pool: Pool
  let stage = 0
  const reached = new Set<string>()

  beforeAll(async () => {
    service = await startService()
    await setScene(service)
  })

  beforeEach(async () => {
    stage++
    pool = await setStage(service, stage)
  })

  afterAll(async () => {
    await service.close()
    expect(service.errors).toEqual([])
  })

  const holds = (requests: fc.Arbitrary<RawRequest>, judge: (answer: Answer) => void) =>
    fc.assert(
      fc.asyncProperty(requests, async (request) => {
        judge(await service.send(request))
      }),
      { numRuns },
    )

  it('has a generator whose values its own schemas take', () => {
    for (const { operation } of operations) {
      for (const { name, schema } of operation.parameters) {
        if (!schema) continue
        fc.assert(
          fc.property(valid(schema, name, {}), (value) => check(schema, value, name).length === 0),
          { numRuns: 20 },
        )
      }
    }
  })

  for (const entry of operations) {
    const { operationId, responses } = entry.operation

    it(`${operationId} answers any valid request as documented, and never with a failure of ours`, async () => {
      await holds(validRequests(entry, pool), ({ status, body }) => {
        if (status < 300) reached.add(operationId)
        if (status >= 500 || !(String(status) in responses)) {
          throw new Error(`answered ${status}: ${JSON.stringify(body)}`)
        }
      })
      expect(reached.has(operationId) || isByAddress(entry))
        .withContext('no valid request of all those succeeded')
        .toBe(true)
    })

    it(`${operationId} refuses a request with one fault, and says which`, async () => {
      const requests = brokenRequests(entry, pool)
      if (!requests) {
        expect(entry.operation.parameters.every(({ in: place }) => place === 'path')).toBe(true)
        return
      }
      await holds(requests, (answer) => {
        if (answer.status !== 400 || !('400' in responses)) {
          throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`)
        }
        expect(codeOf(answer)).toMatch(/^(InvalidRequest|InvalidPageToken)$/)
      })
    })
  }
})
