import { ada, day, decideTitle, entry, heldEntry, name, now, policy } from './support.js'

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

  it('notes whose decision an entry asks for, before its own change hides that', () => {
    const decision = { by: '44444444-4444-4444-8444-444444444444', on: now - 1_000 }
    const policies = [policy({ staleAfterDays: 10 })]
    const certified = entry({ appliedOn: now - 6 * day, status: 'certified', decision })
    const { plan } = decideTitle(ada('Engineer', certified), 'Engineer', { policies })
    expect(plan.entryChanges.map(({ row }) => row)).toEqual([
      jasmine.objectContaining({
        decidedStatus: 'certified',
        decidedBy: { table: 'systemuser', id: decision.by },
        decidedDateTime: new Date(decision.on),
      }),
    ])
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
