import { decideChunk } from '../../../connector/engine/index.js'
import type { CommitPolicy, ValueMap } from '../../../connector/engine/index.js'
import {
  context,
  field,
  heldEntry,
  item,
  name,
  only,
  policy,
  record,
  relation,
  state,
  valueMap,
  wholeRecord,
} from './support.js'

const country = (over: Partial<CommitPolicy> = {}) =>
  policy({ fieldName: name.country, codeList: 'Country', ...over })

function decided(
  code: string | null,
  valueMaps: readonly ValueMap[],
  policies: readonly CommitPolicy[] = [country()],
  store = state([record({ values: { [name.country]: 'FR' } })]),
  codeList: string | null = null,
) {
  const job = context({ policies, valueMaps })
  return only(decideChunk(job, store, [item(job, field(name.country, code), { codeList })]))
}

describe('code lists', () => {
  it('translate the code by the list of the policy, and keep what the source sent', () => {
    const { status, plan, message } = decided('USA', [valueMap()])
    expect(status).toBe('applied')
    expect(plan.records[0]?.values).toEqual({ [name.country]: 'US' })
    expect(message).toContain('"US" (from "USA")')
    expect(plan.items[0]?.row.newValue).toBe('US')
    expect(plan.items[0]?.row.sourceValue).toBe('USA')
  })

  it('go by the list of the item before that of the policy', () => {
    const maps = [valueMap({ codeList: 'Nation', canonicalCodeValue: 'United States' }), valueMap()]
    const { plan } = decided('USA', maps, [country()], undefined, 'Nation')
    expect(plan.records[0]?.values).toEqual({ [name.country]: 'United States' })
    expect(plan.items[0]?.row.codeList).toBe('Nation')
  })

  it('prefer the map of the source to the one for any source, and no other source counts', () => {
    const any = valueMap({ sourceSystemKey: '', canonicalCodeValue: 'any' })
    expect(decided('USA', [any, valueMap()]).plan.records[0]?.values).toEqual({
      [name.country]: 'US',
    })
    expect(decided('USA', [any]).plan.records[0]?.values).toEqual({ [name.country]: 'any' })
    expect(decided('USA', [valueMap({ sourceSystemKey: 'ERP' })]).reason).toBe('unmappedCode')
  })

  it('compare codes exactly', () => {
    expect(decided('usa', [valueMap()]).reason).toBe('unmappedCode')
  })

  it('do not apply to an empty value', () => {
    expect(decided(null, []).status).toBe('applied')
  })

  it('of a policy for the whole table do not apply to its columns', () => {
    const { plan } = decided('USA', [valueMap()], [policy({ codeList: 'Country' })])
    expect(plan.records[0]?.values).toEqual({ [name.country]: 'USA' })
  })

  it('hold an unmapped code without an entry, naming code, source and list', () => {
    const { status, reason, message, plan } = decided('XX', [])
    expect([status, reason]).toEqual(['held', 'unmappedCode'])
    expect(message).toBe(
      'Code "XX" of HRIS has no map in code list Country: add a value map and run the item again.',
    )
    expect(plan.entries).toEqual([])
    expect(plan.items[0]?.row.newValue).toBe('XX')
  })

  it('let an unmapped code through, or reject it, where the policy says so', () => {
    const through = decided('XX', [], [country({ unmappedCodes: 'passThrough' })])
    expect(through.plan.records[0]?.values).toEqual({ [name.country]: 'XX' })
    const rejected = decided('XX', [], [country({ unmappedCodes: 'reject' })])
    expect([rejected.status, rejected.reason]).toEqual(['rejected', 'unmappedCode'])
  })

  it('hold a code below the confidence asked for, with an entry of what it may mean', () => {
    const maps = [valueMap({ confidence: 0.4 })]
    const policies = [country({ minimumConfidence: 0.5 })]
    const { status, reason, message, plan } = decided('USA', maps, policies)
    expect([status, reason]).toEqual(['held', 'lowConfidence'])
    expect(message).toContain('with confidence 0.4, below the 0.5')
    expect(plan.entries[0]?.row.value).toBe('US')
    const store = state([record({ values: { [name.country]: 'US' } })])
    expect(decided('USA', maps, policies, store).status).toBe('unchanged')
  })

  it('name every reason that holds an item', () => {
    const nobody = country({ authoritativeSources: ['ERP'], minimumConfidence: 1 })
    const low = decided('USA', [valueMap({ confidence: 0.4 })], [nobody])
    expect(low.reason).toBe('lowConfidence')
    expect(low.message).toContain('with confidence 0.4')
    expect(low.message).toContain('is no authoritative source')

    const nowhere = decided('KOS', [], [country()], state([], []))
    expect([nowhere.status, nowhere.reason]).toEqual(['held', 'noRecord'])
    expect(nowhere.message).toContain('No record of Contact is known for HRIS key "E-1"')
    expect(nowhere.message).toContain('Code "KOS" of HRIS has no map in code list Country')
  })

  it('hold a code that two maps translate differently, and take the surer of two that agree', () => {
    const twin = valueMap({ id: 'twin', canonicalCodeValue: 'UM' })
    const { reason, message } = decided('USA', [valueMap(), twin])
    expect(reason).toBe('unmappedCode')
    expect(message).toContain('mapped twice in code list Country')
    const sure = valueMap({ id: 'sure', confidence: 1 })
    const policies = [country({ minimumConfidence: 0.9 })]
    expect(decided('USA', [valueMap({ confidence: 0.1 }), sure], policies).status).toBe('applied')
  })

  it('name the map where the column cannot take what it gives', () => {
    const genders = policy({ fieldName: name.gender, codeList: 'Gender' })
    const job = context({
      policies: [genders],
      valueMaps: [valueMap({ codeList: 'Gender', sourceCode: 'M', canonicalCodeValue: 'Man' })],
    })
    const { reason, message } = only(
      decideChunk(job, state(), [item(job, field(name.gender, 'M'))]),
    )
    expect(reason).toBe('badValue')
    expect(message).toContain('Gender cannot take "Man"')
    expect(message).toContain('what the value map makes of "M"')
  })

  it('apply to columns of a record with a policy of their own', () => {
    const job = context({ policies: [policy(), country()], valueMaps: [valueMap()] })
    const { plan } = decideChunk(job, state(), [item(job, wholeRecord({ [name.country]: 'USA' }))])
    expect(plan.records[0]?.values).toEqual({ [name.country]: 'US' })
  })

  it('do not touch related keys', () => {
    const job = context({ valueMaps: [valueMap()] })
    const one = item(job, relation(name.company, 'USA', 'account'), { codeList: 'Country' })
    expect(only(decideChunk(job, state(), [one])).message).toContain('"USA"')
  })

  it('let a held low-confidence value join the one that waits', () => {
    const store = state([
      record({ entries: [heldEntry({ aspectKey: name.country, value: 'US' })] }),
    ])
    const again = decided(
      'USA',
      [valueMap({ confidence: 0.4 })],
      [country({ minimumConfidence: 0.5 })],
      store,
    )
    expect(again.reason).toBe('alreadyHeld')
    expect(again.plan.entries).toEqual([])
  })
})
