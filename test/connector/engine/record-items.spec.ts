import { decideChunk } from '../../../connector/engine/index.js'
import type { ContextOptions } from './support.js'
import {
  context,
  day,
  entry,
  field,
  heldEntry,
  item,
  name,
  now,
  only,
  policy,
  record,
  state,
  wholeRecord,
} from './support.js'

const { jobTitle, department, gender } = name
const text = (values: Readonly<Record<string, string | null>>) => JSON.stringify(values)

function decided(
  fields: Parameters<typeof wholeRecord>[0],
  store = state(),
  options: ContextOptions & { readonly occurred?: number } = {},
) {
  const job = context(options)
  const place = options.source === undefined ? {} : { externalKey: null }
  const targetId = [...store.records.values()][0]?.targetId ?? null
  const { occurred } = options
  const one = item(job, wholeRecord(fields), {
    ...place,
    targetId,
    ...(occurred === undefined ? {} : { occurred }),
  })
  return only(decideChunk(job, store, [one]))
}

const withValues = (
  values: Readonly<Record<string, string>>,
  ...entries: ReturnType<typeof entry>[]
) => state([record({ values, entries })])

describe('a record item', () => {
  it('is one Record entry of sorted canonical values, and one write', () => {
    const store = withValues({ [jobTitle]: 'Old' })
    const { status, plan } = decided({ [jobTitle]: 'New', [gender]: 'Female' }, store)
    expect(status).toBe('applied')
    expect(plan.records[0]?.values).toEqual({ [jobTitle]: 'New', [gender]: '2' })
    expect(plan.entries).toHaveSize(1)
    const row = plan.entries[0]?.row
    expect(row?.ledgerAspect).toBe('record')
    expect(row?.aspectKey).toBe('*')
    expect(row?.value).toBe(text({ [gender]: '2', [jobTitle]: 'New' }))
    expect(row?.previousValue).toBe(text({ [gender]: null, [jobTitle]: 'Old' }))
  })

  it('is unchanged when the record has all its values', () => {
    const values = { [jobTitle]: 'A', [department]: 'B' }
    const { status, plan } = decided(values, withValues(values))
    expect(status).toBe('unchanged')
    expect(plan.entries).toEqual([])
  })

  it('gives columns with a policy of their own an entry of their own', () => {
    const policies = [policy(), policy({ fieldName: jobTitle, commitMode: 'onCertify' })]
    const { status, reason, message, plan } = decided(
      { [jobTitle]: 'New', [department]: 'HR' },
      state(),
      { policies },
    )
    expect([status, reason]).toEqual(['held', 'awaitingCertification'])
    expect(message).toContain('once a steward has certified')
    expect(message).toContain('Department "HR"')
    expect(plan.records[0]?.values).toEqual({ [department]: 'HR' })
    expect(plan.entries.map(({ row }) => [row.aspectKey, row.value])).toEqual([
      [jobTitle, 'New'],
      ['*', text({ [department]: 'HR' })],
    ])
    expect(new Set(plan.entries.map(({ id }) => id))).toHaveSize(2)
  })

  it('is rejected as a whole for one unknown column or one impossible value, naming it', () => {
    const unknown = decided({ [jobTitle]: 'New', shoesize: 43 })
    expect([unknown.status, unknown.reason]).toEqual(['rejected', 'unknownColumn'])
    expect(unknown.message).toContain('has no column "shoesize"')
    const bad = decided({ [jobTitle]: 'New', [gender]: 'Robot' })
    expect(bad.reason).toBe('badValue')
    expect(bad.message).toContain('Gender cannot take "Robot"')
    expect(bad.plan.records).toEqual([])
    expect(decided({}).message).toContain('names no fields')
    expect(decided({ [jobTitle]: 'A', [jobTitle.toUpperCase()]: 'B' }).message).toContain('twice')
  })

  it('takes column names in any case', () => {
    const { plan } = decided({ [jobTitle.toUpperCase()]: 'New' })
    expect(plan.records[0]?.values).toEqual({ [jobTitle]: 'New' })
  })

  it('joins the held entry of exactly its values', () => {
    const value = text({ [department]: 'HR', [jobTitle]: 'New' })
    const held = heldEntry({ aspectKey: '*', value })
    const again = decided({ [jobTitle]: 'New', [department]: 'HR' }, withValues({}, held))
    expect([again.status, again.reason]).toEqual(['held', 'alreadyHeld'])
    const policies = [policy({ commitMode: 'onCertify' })]
    const other = decided({ [jobTitle]: 'New', [department]: 'IT' }, withValues({}, held), {
      policies,
    })
    expect(other.reason).toBe('awaitingCertification')
    expect(other.plan.entryChanges.map(({ id }) => id)).toEqual([held.id])
  })

  it('does not bring back a value that a steward rejected, in whatever company it comes', () => {
    const rejected = heldEntry({
      aspectKey: '*',
      value: text({ [jobTitle]: 'New' }),
      status: 'rejected',
    })
    const store = withValues({ [jobTitle]: 'Old' }, rejected)
    const { status, reason } = decided({ [jobTitle]: 'New', [department]: 'HR' }, store)
    expect([status, reason]).toEqual(['rejected', 'decidedBySteward'])
  })

  it('respects the provenance of each column: its newest entry, of the field or of the record', () => {
    const policies = [policy({ authoritativeSources: ['ERP', 'HRIS'] })]
    const wholeOfErp = entry({
      aspectKey: '*',
      sourceSystemKey: 'ERP',
      value: text({ [jobTitle]: 'Boss' }),
    })
    const store = withValues({ [jobTitle]: 'Boss' }, wholeOfErp)
    const asRecord = decided({ [jobTitle]: 'New', [department]: 'HR' }, store, { policies })
    expect([asRecord.status, asRecord.reason]).toEqual(['held', 'conflict'])
    expect(asRecord.message).toContain('for Job Title: policy')
    const free = decided({ [department]: 'HR' }, store, { policies })
    expect(free.status).toBe('applied')

    const job = context({ policies })
    const asField = only(decideChunk(job, store, [item(job, field(jobTitle, 'New'))]))
    expect(asField.reason).toBe('conflict')

    const newer = entry({ value: 'Clerk', appliedOn: now - 1000 })
    const owned = withValues({ [jobTitle]: 'Clerk' }, wholeOfErp, newer)
    expect(only(decideChunk(job, owned, [item(job, field(jobTitle, 'New'))])).status).toBe(
      'applied',
    )
  })

  it('is superseded when all its changes are past, and held when only some are', () => {
    const newer = entry({ observed: now - 1000 })
    const store = withValues({ [jobTitle]: 'Engineer' }, newer)
    const occurred = now - day
    expect(decided({ [jobTitle]: 'Old' }, store, { occurred }).status).toBe('superseded')
    const mixed = decided({ [jobTitle]: 'Old', [department]: 'HR' }, store, { occurred })
    expect([mixed.status, mixed.reason]).toEqual(['held', 'conflict'])
    expect(mixed.message).toContain('values of Job Title are of')
  })

  it('keeps what was sent in its row, and a long record in Long Value', () => {
    const short = decided({ [jobTitle]: 'New', [gender]: 'Female' }).plan.items[0]?.row
    expect(short?.newValue).toBe(`{"${gender}":"Female","${jobTitle}":"New"}`)
    expect(short?.fieldName).toBeUndefined()
    const long = decided({ description: 'x'.repeat(1999), nosuch: 'y'.repeat(3000) })
    expect(long.plan.items[0]?.row.longValue?.length).toBeGreaterThan(4999)
    expect(long.plan.items[0]?.row.newValue).toBeUndefined()
  })
})
