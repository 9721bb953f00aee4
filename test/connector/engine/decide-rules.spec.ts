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

describe('which policy holds', () => {
  const fieldPolicy = policy({ fieldName: name.jobTitle, commitMode: 'onCertify' })
  const tablePolicy = policy({ commitMode: 'onIngest' })
  const anyPolicy = policy({ targetTable: '*', commitMode: 'onCertify' })

  it('is the one of the column before the one of the table', () => {
    const { reason } = decideTitle(ada('Old'), 'New', { policies: [tablePolicy, fieldPolicy] })
    expect(reason).toBe('awaitingCertification')
  })

  it('is the one of the table before the one of all tables', () => {
    const { reason } = decideTitle(ada('Old'), 'New', { policies: [anyPolicy, tablePolicy] })
    expect(reason).toBe('committed')
  })

  it('is the one of all tables where there is no other', () => {
    const { reason } = decideTitle(ada('Old'), 'New', { policies: [anyPolicy] })
    expect(reason).toBe('awaitingCertification')
  })

  it('holds a value that no policy covers, with an entry and a way on', () => {
    const { status, reason, message, plan } = decideTitle(ada('Old'), 'New', { policies: [] })
    expect([status, reason]).toEqual(['held', 'noPolicy'])
    expect(message).toContain('No commit policy covers Job Title of Contact: add one')
    expect(plan.records).toEqual([])
    expect(plan.entries[0]?.row.latest).toBeTrue()
    expect(plan.entries[0]?.row.appliedOn).toBeUndefined()
  })

  it('holds a value that two policies cover equally, naming both', () => {
    const twins = [1, 2].map((n) => policy({ id: `p${String(n)}`, name: `Twin ${String(n)}` }))
    const { status, reason, message } = decideTitle(ada('Old'), 'New', { policies: twins })
    expect([status, reason]).toEqual(['held', 'ambiguousPolicy'])
    expect(message).toContain('"Twin 1" and "Twin 2"')
  })

  it('does not hold a value again that a steward rejected or certified while no policy was there', () => {
    const rejected = heldEntry({ value: 'New', status: 'rejected' })
    expect(decideTitle(ada('Old', rejected), 'New', { policies: [] }).reason).toBe(
      'decidedBySteward',
    )
    const certified = entry({ value: 'New', status: 'certified', certifiedByHand: true })
    const again = decideTitle(ada('New', certified), 'New', { policies: [] })
    expect(again.status).toBe('unchanged')
    expect(again.plan.entries).toEqual([])
  })
})

describe('a value the record has', () => {
  it('changes nothing but the item', () => {
    const { status, reason, plan } = decideTitle(ada('Engineer', entry()), 'Engineer')
    expect([status, reason]).toEqual(['unchanged', 'equalsRecord'])
    expect({ ...plan, items: [] }).toEqual({
      records: [],
      entries: [],
      entryChanges: [],
      identifiers: [],
      items: [],
    })
  })

  it('is told from one that differs in case or accent only', () => {
    expect(decideTitle(ada('Engineer', entry()), 'engineer').status).toBe('applied')
    expect(decideTitle(ada('Jose'), 'José').status).toBe('applied')
  })

  it('is no value where the record has none', () => {
    expect(decideTitle(ada(null), '').status).toBe('unchanged')
  })

  it('confirms the applied entry only past half of its time to staleness', () => {
    const policies = [policy({ staleAfterDays: 10 })]
    const fresh = entry({ appliedOn: now - 5 * day, staleOn: now + 5 * day })
    expect(decideTitle(ada('Engineer', fresh), 'Engineer', { policies }).plan.entryChanges).toEqual(
      [],
    )
    const ageing = entry({ appliedOn: now - 6 * day, staleOn: now + 4 * day })
    const { plan } = decideTitle(ada('Engineer', ageing), 'Engineer', { policies })
    expect(plan.entryChanges.map(({ id, row }) => [id, row])).toEqual([
      [ageing.id, { lastConfirmed: new Date(now), staleOn: new Date(now + 10 * day) }],
    ])
    const confirmed = { ...ageing, lastConfirmed: now - day }
    const again = decideTitle(ada('Engineer', confirmed), 'Engineer', { policies })
    expect(again.plan.entryChanges).toEqual([])
  })

  it('ends the waiting of an older value of the same source', () => {
    const waiting = heldEntry({ value: 'Boss' })
    const applied = entry({ sourceSystemKey: 'ERP' })
    const { plan } = decideTitle(ada('Engineer', applied, waiting), 'Engineer')
    expect(plan.entryChanges.map(({ id, row }) => [id, row])).toEqual([
      [waiting.id, { latest: false, supersededOn: new Date(now) }],
    ])
  })

  it('does not end the waiting of a newer value', () => {
    const waiting = heldEntry({ value: 'Boss', observed: now - 1000 })
    const late = { occurred: now - 5 * day }
    expect(decideTitle(ada('Engineer', waiting), 'Engineer', late).plan.entryChanges).toEqual([])
  })
})

describe("a value equal to its source's own latest entry", () => {
  it('joins the entry where that is held', () => {
    const { status, reason, plan } = decideTitle(ada('Old', heldEntry({ value: 'New' })), 'New')
    expect([status, reason]).toEqual(['held', 'alreadyHeld'])
    expect(plan.entries).toEqual([])
    expect(plan.entryChanges).toEqual([])
  })

  it('is rejected where a steward rejected it, settled or not', () => {
    for (const rejected of [
      heldEntry({ value: 'New', status: 'rejected' }),
      entry({ value: 'New', status: 'rejected' }),
    ]) {
      for (const inRecord of ['Old', rejected.appliedOn === null ? 'Old' : 'New']) {
        const { status, reason, plan } = decideTitle(ada(inRecord, rejected), 'New')
        expect([status, reason]).toEqual(['rejected', 'decidedBySteward'])
        expect(plan.entries).toEqual([])
      }
    }
  })

  it('is rejected where a steward chose the value of another source', () => {
    const own = entry({ value: 'Engineer', supersededOn: now - day / 2 })
    const chosen = entry({
      value: 'Boss',
      sourceSystemKey: 'ERP',
      status: 'certified',
      certifiedByHand: true,
    })
    const { status, reason, message } = decideTitle(ada('Boss', own, chosen), 'Engineer')
    expect([status, reason]).toEqual(['rejected', 'decidedBySteward'])
    expect(message).toContain('chose the value of ERP over "Engineer"')
  })

  it('is rejected already while the choice is not yet written to the record', () => {
    const own = entry({ value: 'Engineer' })
    const chosen = heldEntry({
      value: 'Boss',
      sourceSystemKey: 'ERP',
      status: 'certified',
      certifiedByHand: true,
    })
    expect(decideTitle(ada('Engineer', own, chosen), 'Engineer').reason).toBe('decidedBySteward')
    const erp = { source: 'ERP' }
    expect(decideTitle(ada('Engineer', own, chosen), 'Boss', erp).status).toBe('unchanged')
  })

  it('is held for a fresh look where it was revoked', () => {
    const revoked = entry({ value: 'New', status: 'revoked', supersededOn: now - day })
    const { status, reason, plan } = decideTitle(ada('Old', revoked), 'New')
    expect([status, reason]).toEqual(['held', 'revoked'])
    expect(plan.entries).toHaveSize(1)
    expect(plan.entryChanges.map(({ row }) => row)).toEqual([{ latest: false }])
  })

  it('is held as a conflict, once, where the record was changed outside since', () => {
    const own = entry({ value: 'Engineer' })
    const first = decideTitle(ada('Changed by hand', own), 'Engineer')
    expect([first.status, first.reason]).toEqual(['held', 'changedOutside'])
    expect(first.plan.entries).toHaveSize(1)
    const again = decideTitle(
      ada('Changed by hand', { ...own, latest: false }, heldEntry({ value: 'Engineer' })),
      'Engineer',
    )
    expect(again.reason).toBe('alreadyHeld')
    expect(again.plan.entries).toEqual([])
  })
})

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
