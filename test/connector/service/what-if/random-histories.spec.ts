import { setTimeout as pause } from 'node:timers/promises'

import fc from 'fast-check'

import { filter, query, update } from '../../../../connector/dataverse/index.js'
import type { SubmittedItem } from '../../../../connector/service/payload.js'
import { stewards } from '../../../../solution/local/identity/well-known.js'
import {
  contact,
  integrationCommitPolicy,
  integrationLedger,
} from '../../../../solution/tables/index.js'
import { addPolicy, postJob, startOfTime, startWorkerStack } from '../../../support/worker-stack.js'
import type { WorkerStack } from '../../../support/worker-stack.js'
import { faultsOf, replays } from './replay-support.js'

const targetTable = contact.logicalName
const jobTitle = contact.columns.jobTitle.logicalName
const lastName = contact.columns.lastName.logicalName

const sources = ['HR', 'CRM'] as const
const values = ['A', 'B', 'C', null] as const

const item: fc.Arbitrary<SubmittedItem> = fc
  .record({
    externalKey: fc.constantFrom('K-1', 'K-2'),
    fieldName: fc.constantFrom(jobTitle, jobTitle, lastName),
    newValue: fc.constantFrom(...values),
    minutesAgo: fc.constantFrom(0, 0, 5),
    isRecord: fc.constantFrom(false, false, true),
  })
  .map(({ externalKey, fieldName, newValue, minutesAgo, isRecord }) => ({
    targetTable,
    externalKey,
    ...(isRecord
      ? { record: { [fieldName]: newValue, firstname: newValue } }
      : { fieldName, newValue }),
    ...(minutesAgo > 0 && {
      occurredDateTime: new Date(startOfTime - minutesAgo * 60_000).toISOString(),
    }),
  }))

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('load' as const),
      source: fc.constantFrom(...sources),
      items: fc.array(item, { minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      which: fc.nat(20),
      status: fc.constantFrom('certified' as const, 'rejected' as const, 'revoked' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('policy' as const),
      mode: fc.constantFrom('onIngest' as const, 'onCertify' as const),
    }),
  },
)

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

describe('any history of loads, decisions and changed policies', () => {
  async function decide(
    stack: WorkerStack,
    which: number,
    status: 'certified' | 'rejected' | 'revoked',
  ) {
    const ledger = filter(integrationLedger)
    const { rows } = await stack.client.send(
      query(integrationLedger, { select: ['name'], orderBy: ['chainSequence asc', 'id asc'] }),
    )
    const entry = rows[which % Math.max(1, rows.length)]
    if (!entry) return
    const callerObjectId = stewards[0]?.entraObjectId ?? ''
    await stack.client.send(update(integrationLedger, entry.id, { ledgerStatus: status }), {
      callerObjectId,
    })
    const unsettled = query(integrationLedger, {
      select: ['name'],
      filter: ledger.differs('ledgerStatus', 'settledStatus'),
      top: 1,
    })
    while ((await stack.client.send(unsettled)).rows.length > 0) await pause(5)
  }

  async function happen(steps: readonly Step[]): Promise<readonly string[]> {
    const stack = await startWorkerStack()
    try {
      await addPolicy(stack.client, targetTable, null, { createMissingRecords: true })
      const policy = await addPolicy(stack.client, targetTable, jobTitle, {
        authoritativeSources: 'HR;CRM',
      })
      stack.startWorker({ chunkItems: 3 })
      for (const [index, one] of steps.entries()) {
        stack.clock.now += 10_000
        if (one.do === 'load') {
          await postJob(stack.client, {
            sourceSystemKey: one.source,
            submissionKey: `load ${String(index)}`,
            items: one.items,
            at: (stack.clock.now - startOfTime) / 1_000,
          })
          await stack.settled()
        } else if (one.do === 'decide') await decide(stack, one.which, one.status)
        else {
          const commitMode = one.mode
          await stack.client.send(update(integrationCommitPolicy, policy, { commitMode }))
        }
      }
      const found = await replays(stack, 3)
      const loads = steps.filter((one) => one.do === 'load')
      const items = loads.reduce((sum, load) => sum + load.items.length, 0)
      const identical = found.reduce((sum, replay) => sum + replay.identical, 0)
      return identical === items ? [] : [`${identical} of ${items}`, ...faultsOf(found)]
    } finally {
      await stack.close()
    }
  }

  it('is decided alike when it is decided again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
        expect(await happen(steps)).toEqual([])
      }),
      { numRuns: 12, endOnFailure: true },
    )
  }, 120_000)
})
