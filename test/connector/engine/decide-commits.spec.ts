import { decideChunk } from '../../../connector/engine/index.js'
import {
  ada,
  context,
  day,
  decideTitle,
  entry,
  field,
  heldEntry,
  item,
  name,
  now,
  outcomes,
  policy,
  serviceUserId,
  state,
} from './support.js'

const ranked = policy({ authoritativeSources: ['ERP', 'HRIS'] })

describe('authority and rank', () => {
  it('hold a value of a source that the policy does not name', () => {
    const { status, reason, message } = decideTitle(ada('Old'), 'New', {
      source: 'Payroll',
      policies: [ranked],
    })
    expect([status, reason]).toEqual(['held', 'notAuthoritative'])
    expect(message).toContain('Payroll is no authoritative source')
    expect(message).toContain('ERP, HRIS')
  })

  it('let any source write where the policy names none', () => {
    expect(decideTitle(ada('Old'), 'New', { source: 'Payroll' }).status).toBe('applied')
  })

  it('let a higher source replace a lower one, even with an older value', () => {
    const low = entry({ observed: now - 60_000 })
    const { status, plan } = decideTitle(ada('Engineer', low), 'Boss', {
      source: 'ERP',
      policies: [ranked],
      occurred: now - 9 * day,
    })
    expect(status).toBe('applied')
    expect(plan.entries[0]?.row.replaces?.id).toBe(low.id)
    expect(plan.entryChanges.map(({ row }) => row)).toEqual([{ supersededOn: new Date(now) }])
  })

  it('never let a lower source replace a higher one, however new', () => {
    const high = entry({ sourceSystemKey: 'ERP' })
    const { status, reason, message, plan } = decideTitle(ada('Engineer', high), 'Boss', {
      policies: [ranked],
    })
    expect([status, reason]).toEqual(['held', 'conflict'])
    expect(message).toContain('ranks ERP higher, whose value is "Engineer"')
    expect(plan.records).toEqual([])
    expect(plan.entries[0]?.row.value).toBe('Boss')
  })

  it('let a lower source replace a stale value', () => {
    const stale = entry({ sourceSystemKey: 'ERP', staleOn: now })
    expect(decideTitle(ada('Engineer', stale), 'Boss', { policies: [ranked] }).status).toBe(
      'applied',
    )
  })

  it('let nobody replace what a steward certified, unless it is stale', () => {
    const certified = entry({ status: 'certified', certifiedByHand: true })
    for (const source of ['ERP', 'HRIS']) {
      const { status, reason } = decideTitle(ada('Engineer', certified), 'Boss', {
        source,
        policies: [ranked],
      })
      expect([status, reason]).toEqual(['held', 'conflict'])
    }
    const stale = { ...certified, staleOn: now - day }
    expect(decideTitle(ada('Engineer', stale), 'Boss').status).toBe('applied')
  })

  it('take a value certified by the service itself like any other', () => {
    const certified = entry({ status: 'certified' })
    expect(decideTitle(ada('Engineer', certified), 'Boss').status).toBe('applied')
  })
})

describe('time', () => {
  it('supersedes a value older than the applied one of the same rank, without an entry', () => {
    const { status, reason, plan } = decideTitle(ada('Engineer', entry()), 'Boss', {
      occurred: now - 2 * day,
    })
    expect([status, reason]).toEqual(['superseded', 'olderThanApplied'])
    expect(plan.entries).toEqual([])
  })

  it('lets the later item win between equal times', () => {
    expect(decideTitle(ada('Engineer', entry()), 'Boss', { occurred: now - day }).status).toBe(
      'applied',
    )
    const job = context()
    const items = ['First', 'Second'].map((value, sequence) =>
      item(job, field(name.jobTitle, value), { sequence }),
    )
    const { plan } = decideChunk(job, ada(null), [...items].reverse())
    expect(plan.records[0]?.values[name.jobTitle]).toBe('Second')
  })

  it('rejects a value from more than five minutes ahead', () => {
    const ahead = (milliseconds: number) =>
      decideTitle(ada('Old'), 'New', { occurred: now + milliseconds })
    expect(ahead(5 * 60_000).status).toBe('applied')
    expect(ahead(5 * 60_000 + 1000).reason).toBe('occurredInFuture')
    expect(ahead(5 * 60_000 + 1000).status).toBe('rejected')
  })

  it('takes an applied value from the future as a wrong clock, which blocks nothing', () => {
    const wrong = entry({ observed: now + 300 * day })
    expect(decideTitle(ada('Engineer', wrong), 'Boss').status).toBe('applied')
  })
})

describe('a commit', () => {
  it('writes the value and an entry that replaces the one before', () => {
    const before = entry()
    const { status, message, plan } = decideTitle(ada('Engineer', before), 'Boss', {
      policies: [policy({ staleAfterDays: 30 })],
    })
    expect(status).toBe('applied')
    expect(message).toContain('changed from "Engineer" to "Boss"')
    expect(plan.records[0]?.values).toEqual({ [name.jobTitle]: 'Boss' })
    expect(plan.records[0]?.previousValues).toEqual({ [name.jobTitle]: 'Engineer' })
    expect(plan.records[0]?.etag).toBe('W/"1"')
    const row = plan.entries[0]?.row
    expect(row?.ledgerStatus).toBe('pending')
    expect(row?.settledStatus).toBe('pending')
    expect(row?.value).toBe('Boss')
    expect(row?.previousValue).toBe('Engineer')
    expect(row?.appliedOn).toEqual(new Date(now))
    expect(row?.staleOn).toEqual(new Date(now + 30 * day))
    expect(row?.replaces?.id).toBe(before.id)
    expect(row?.reason).toBe(message)
    expect((row?.decisionTrace ?? '').length).toBeLessThan(300)
    expect(plan.entryChanges.map(({ id, row: change }) => [id, change])).toEqual([
      [before.id, { latest: false, supersededOn: new Date(now) }],
    ])
  })

  it('certifies at once in the name of the service where the policy says so', () => {
    for (const commitMode of ['onIngest', 'onCertify'] as const) {
      const { status, plan } = decideTitle(ada('Old'), 'New', {
        policies: [policy({ commitMode, autoCertify: true })],
      })
      expect(status).toBe('applied')
      const row = plan.entries[0]?.row
      expect(row?.ledgerStatus).toBe('certified')
      expect(row?.settledStatus).toBe('certified')
      expect(row?.certifiedBy?.id).toBe(serviceUserId)
      expect(row?.certifiedDateTime).toEqual(new Date(now))
    }
  })

  it('does not certify in the name of the service where two persons must', () => {
    const two = { autoCertify: true, certificationsRequired: 2 } as const
    const onIngest = decideTitle(ada('Old'), 'New', { policies: [policy(two)] })
    expect(onIngest.plan.entries[0]?.row.ledgerStatus).toBe('pending')
    const policies = [policy({ ...two, commitMode: 'onCertify' })]
    expect(decideTitle(ada('Old'), 'New', { policies }).reason).toBe('awaitingCertification')
  })

  it('waits for a steward where the policy commits on certification', () => {
    const policies = [policy({ commitMode: 'onCertify' })]
    const { status, reason, plan } = decideTitle(ada('Old'), 'New', { policies })
    expect([status, reason]).toEqual(['held', 'awaitingCertification'])
    expect(plan.records).toEqual([])
    expect(plan.entries[0]?.row.previousValue).toBe('Old')
  })

  it('fails with the words of the platform where that refused the record', () => {
    const job = context()
    const items = [item(job, field(name.jobTitle, 'New'))]
    const refusals = new Map([
      [`contact/${[...ada('Old').records.values()][0]?.targetId ?? ''}`, 'No!'],
    ])
    const { decisions, plan } = decideChunk(job, ada('Old'), items, refusals)
    expect(decisions[0]?.status).toBe('failed')
    expect(decisions[0]?.reason).toBe('refusedByPlatform')
    expect(decisions[0]?.message).toContain('No!')
    expect(plan.records).toEqual([])
    expect(plan.entries).toEqual([])
  })
})

describe('a newer value of the same source', () => {
  it('takes the place of the one that waits', () => {
    const waiting = heldEntry({ value: 'Boss' })
    const policies = [policy({ commitMode: 'onCertify' })]
    const { plan } = decideTitle(ada('Old', waiting), 'New', { policies })
    expect(plan.entries).toHaveSize(1)
    expect(plan.entryChanges.map(({ row }) => row)).toEqual([
      { latest: false, supersededOn: new Date(now) },
    ])
  })

  it('does not take its place when it is older', () => {
    const waiting = heldEntry({ value: 'Boss', observed: now - 1000 })
    const policies = [policy({ commitMode: 'onCertify' })]
    const late = decideTitle(ada('Old', waiting), 'New', { policies, occurred: now - day })
    expect([late.status, late.reason]).toEqual(['superseded', 'olderThanApplied'])
    expect(late.plan.entries).toEqual([])
  })

  it('is one row in its final state when both come in one chunk', () => {
    const job = context()
    const items = ['A', 'B'].map((value, sequence) =>
      item(job, field(name.jobTitle, value), { sequence }),
    )
    const result = decideChunk(job, ada(null), items)
    expect(outcomes(result)).toEqual(['applied: committed', 'applied: committed'])
    const [first, second] = result.plan.entries
    expect(result.plan.entries).toHaveSize(2)
    expect(first?.row.latest).toBeFalse()
    expect(first?.row.supersededOn).toEqual(new Date(now))
    expect(second?.row.replaces?.id).toBe(first?.id ?? '')
    expect(second?.row.previousValue).toBe('A')
    expect(result.plan.entryChanges).toEqual([])
    expect(result.plan.records).toHaveSize(1)
  })

  it('leaves the record alone when the last of a chunk brings the first value back', () => {
    const job = context()
    const items = ['B', 'A'].map((value, sequence) =>
      item(job, field(name.jobTitle, value), { sequence }),
    )
    const { plan } = decideChunk(job, ada('A'), items)
    expect(plan.records).toEqual([])
    expect(plan.entries).toHaveSize(2)
  })
})

describe('an empty chunk', () => {
  it('decides nothing', () => {
    expect(decideChunk(context(), state(), []).decisions).toEqual([])
  })
})
