import fc from 'fast-check'

import {
  indexOf,
  outboundItems,
  outboundJobs,
  outboundRecords,
  parseColumnValue,
  recordKey,
} from '../../../../connector/engine/index.js'
import type {
  CommitPolicy,
  OutboundContext,
  OutboundItem,
  SettledChange,
  SourceKey,
  ValueMap,
} from '../../../../connector/engine/index.js'
import { account, contact, maxLength } from '../../../../solution/tables/index.js'
import { adaId, column, name, now, orgId, policy, tables, valueMap } from '../support.js'

const contacts = tables.get(contact.logicalName)
if (!contacts) throw new Error('There is no table of contacts.')
const table = contacts

const change = (over: Partial<SettledChange> = {}): SettledChange => ({
  entryId: 'entry-1',
  decision: 'certified',
  decidedOn: now,
  table,
  targetId: adaId,
  aspectKey: name.jobTitle,
  value: 'Analyst',
  origin: 'HRIS',
  ...over,
})

const keys: readonly SourceKey[] = ['HRIS', 'ERP', 'CRM'].map((sourceSystemKey) => ({
  sourceSystemKey,
  externalKey: `${sourceSystemKey}-1`,
}))

interface Setting {
  readonly policies?: readonly CommitPolicy[]
  readonly valueMaps?: readonly ValueMap[]
  readonly keys?: readonly SourceKey[]
  readonly related?: readonly SourceKey[]
}

const around = (setting: Setting = {}): OutboundContext => ({
  configuration: {
    policies: setting.policies ?? [policy({ writeBack: true })],
    valueMaps: setting.valueMaps ?? [],
  },
  sourceKeys: new Map([
    [recordKey(contact.logicalName, adaId), setting.keys ?? keys],
    [recordKey(account.logicalName, orgId), setting.related ?? []],
  ]),
})

/** Each item as `source: code`, or with why it is held. */
const told = (items: readonly OutboundItem[]) =>
  items.map(
    ({ sourceSystemKey, code, held }) => `${sourceSystemKey}: ${held?.reason ?? String(code)}`,
  )

const coded = (over: Partial<CommitPolicy> = {}) =>
  policy({ fieldName: name.jobTitle, codeList: 'Job', writeBack: true, ...over })

const map = (sourceSystemKey: string, sourceCode: string, canonicalCodeValue = 'Analyst') =>
  valueMap({ codeList: 'Job', sourceSystemKey, sourceCode, canonicalCodeValue })

describe('what a settled change offers', () => {
  it('goes to each source that knows the record, but for the one it is from', () => {
    expect(told(outboundItems(change(), around()))).toEqual(['ERP: Analyst', 'CRM: Analyst'])
    expect(outboundItems(change({ origin: null }), around()).length).toBe(3)
    expect(outboundItems(change(), around({ keys: [] }))).toEqual([])
  })

  it('goes to none where the policy does not write back, or there is not one policy', () => {
    const one = policy({ writeBack: true })
    for (const policies of [[], [policy()], [one, { ...one, id: 'twin' }]]) {
      expect(outboundItems(change(), around({ policies }))).toEqual([])
    }
  })

  it('goes only to the authoritative sources of the policy', () => {
    const policies = [policy({ writeBack: true, authoritativeSources: ['HRIS', 'CRM'] })]
    expect(told(outboundItems(change(), around({ policies })))).toEqual(['CRM: Analyst'])
  })

  it('is emptiness where the value is', () => {
    const items = outboundItems(change({ value: null }), around({ policies: [coded()] }))
    expect(items.map(({ code, held }) => [code, held])).toEqual([
      [null, null],
      [null, null],
    ])
  })

  it('is told in each source’s own code, else in one for any source that it has not replaced', () => {
    const valueMaps = [
      map('ERP', 'E7'),
      map('', 'ANL'),
      map('', 'OLD', 'Clerk'),
      map('CRM', 'OLD', 'Baker'),
    ]
    const context = around({ policies: [coded()], valueMaps })
    expect(told(outboundItems(change(), context))).toEqual(['ERP: E7', 'CRM: ANL'])
    expect(told(outboundItems(change({ value: 'Clerk' }), context))).toEqual([
      'ERP: OLD',
      'CRM: unmappedCode',
    ])
  })

  it('is held naming every code where several mean it, or where none does', () => {
    const valueMaps = [map('ERP', 'E7'), map('ERP', 'E8')]
    const [several, none] = outboundItems(change(), around({ policies: [coded()], valueMaps }))
    expect(several?.held?.message).toContain(
      'Codes "E7" and "E8" of ERP in code list Job all mean "Analyst"',
    )
    expect(none?.held?.message).toContain('No code of CRM in code list Job means "Analyst"')
    expect([several?.code, none?.code]).toEqual([null, null])
  })

  it('is held where the only code is less sure than the policy asks for', () => {
    const unsure = { ...map('ERP', 'E7'), confidence: 0.5 }
    const context = around({ policies: [coded({ minimumConfidence: 0.8 })], valueMaps: [unsure] })
    const [item] = outboundItems(change(), context)
    expect([item?.code, item?.held?.reason]).toEqual([null, 'lowConfidence'])
  })

  it('is the value itself where the policy passes codes through and the value is no code', () => {
    const policies = [coded({ unmappedCodes: 'passThrough' })]
    const valueMaps = [map('CRM', 'Analyst', 'Clerk')]
    expect(told(outboundItems(change(), around({ policies, valueMaps })))).toEqual([
      'ERP: Analyst',
      'CRM: unmappedCode',
    ])
  })

  it('knows a choice by what its codes’ labels and numbers mean', () => {
    const gender = column(contact, name.gender)
    const male = parseColumnValue(gender, 'Male')
    if (!male.ok || male.value === null) throw new Error('Male is no gender.')
    const policies = [policy({ fieldName: name.gender, codeList: 'Job', writeBack: true })]
    const valueMaps = [map('ERP', 'M', 'male'), map('CRM', '1', male.value)]
    const items = outboundItems(
      change({ aspectKey: name.gender, value: male.value }),
      around({ policies, valueMaps }),
    )
    expect(told(items)).toEqual(['ERP: M', 'CRM: 1'])
  })

  it('names a related record by the source’s own key, and is held where there is not exactly one', () => {
    const related: readonly SourceKey[] = [
      { sourceSystemKey: 'ERP', externalKey: 'ORG-7' },
      { sourceSystemKey: 'CRM', externalKey: 'C-1' },
      { sourceSystemKey: 'CRM', externalKey: 'C-2' },
    ]
    const company = change({ aspectKey: name.company, value: `account/${orgId}`, origin: null })
    const items = outboundItems(company, around({ related }))
    expect(told(items)).toEqual(['HRIS: noRelatedRecord', 'ERP: ORG-7', 'CRM: noRelatedRecord'])
    expect(items[1]?.relatedTable).toBe(account.logicalName)
    expect(items[2]?.held?.message).toContain('"C-1" and "C-2"')
    expect(outboundRecords(company)).toEqual([
      { targetTable: contact.logicalName, targetId: adaId },
      { targetTable: account.logicalName, targetId: orgId },
    ])
  })

  it('is an item a column of a whole record, each under its own policy', () => {
    const value = JSON.stringify({ [name.department]: 'R', [name.jobTitle]: 'Analyst', gone: 'x' })
    const policies = [policy({ writeBack: true }), coded({ writeBack: false })]
    const items = outboundItems(change({ aspectKey: '*', value }), around({ policies }))
    expect(items.map(({ sourceSystemKey, fieldName }) => [sourceSystemKey, fieldName])).toEqual([
      ['ERP', name.department],
      ['CRM', name.department],
    ])
  })

  it('has the same ids whenever the same decision is settled, and others for another one', () => {
    const ids = (over: Partial<SettledChange>) =>
      outboundItems(change(over), around()).map(({ id }) => id)
    expect(ids({})).toEqual(ids({}))
    const all = [...ids({}), ...ids({ decision: 'revoked' }), ...ids({ entryId: 'entry-2' })]
    expect(new Set(all).size).toBe(6)
  })

  it('is never for the origin, and whatever is offered means the very value when it is sent', () => {
    const codes = fc.constantFrom('a', 'b', 'A', 'Analyst', '')
    const maps = fc.array(
      fc.record({
        sourceSystemKey: fc.constantFrom('', 'HRIS', 'ERP', 'CRM'),
        sourceCode: codes,
        canonicalCodeValue: fc.constantFrom('Analyst', 'Clerk', 'a'),
        confidence: fc.constantFrom(0.4, 1),
      }),
      { maxLength: 12 },
    )
    const policies = fc.record({
      unmappedCodes: fc.constantFrom('hold' as const, 'passThrough' as const),
      minimumConfidence: fc.constantFrom(null, 0.5),
      codeList: fc.constantFrom(null, 'Job'),
    })
    const values = fc.constantFrom('Analyst', 'Clerk', 'a', 'b')
    fc.assert(
      fc.property(maps, policies, values, (rows, over, value) => {
        const valueMaps = rows.map((row, index) => ({
          ...row,
          id: `map ${index}`,
          codeList: 'Job',
        }))
        const context = around({ policies: [coded(over)], valueMaps })
        const items = outboundItems(change({ value }), context)
        expect(items.map(({ sourceSystemKey }) => sourceSystemKey)).toEqual(['ERP', 'CRM'])
        for (const { code, held, sourceSystemKey } of items) {
          expect(held === null).toBe(code !== null)
          if (code === null || over.codeList === null) continue
          const forward = indexOf(context.configuration).translate('Job', sourceSystemKey, code)
          if (forward.kind === 'mapped') {
            expect(forward.map.canonicalCodeValue).toBe(value)
            expect(forward.map.confidence).toBeGreaterThanOrEqual(over.minimumConfidence ?? 0)
          } else {
            expect([forward.kind, over.unmappedCodes, code]).toEqual([
              'unmapped',
              'passThrough',
              value,
            ])
          }
        }
      }),
    )
  })
})

describe('the jobs of what is offered', () => {
  const items = outboundItems(change({ origin: null }), around())

  it('are one a source and table, with every item once and pending', () => {
    const jobs = outboundJobs(items, now)
    expect(jobs.map(({ row }) => row.sourceSystemKey)).toEqual(['HRIS', 'ERP', 'CRM'])
    expect(jobs.flatMap((job) => job.items.map(({ id }) => id))).toEqual(items.map(({ id }) => id))
    for (const { row, items: rows } of jobs) {
      expect([row.direction, row.jobStatus, row.received]).toEqual(['outbound', 'submitted', 1])
      expect(rows[0]?.row).toEqual(
        jasmine.objectContaining({
          itemStatus: 'pending',
          newValue: 'Analyst',
          sourceValue: 'Analyst',
        }),
      )
    }
    expect(outboundJobs(items, now)).toEqual(jobs)
  })

  it('are complete at once where every item is held', () => {
    const held = outboundItems(change(), around({ policies: [coded()] }))
    const [job] = outboundJobs(held, now)
    expect([job?.row.jobStatus, job?.row.held, job?.row.received]).toEqual(['completed', 1, 1])
    expect(job?.items[0]?.row.outcomeReason).toBe('unmappedCode')
  })

  it('keep a value that is too long for a line as a long one', () => {
    const value = 'x'.repeat(maxLength.value + 1)
    const [job] = outboundJobs(outboundItems(change({ value }), around()), now)
    const row = job?.items[0]?.row
    expect([row?.longValue, row?.newValue, row?.sourceValue?.length]).toEqual([
      value,
      undefined,
      maxLength.value,
    ])
  })
})
