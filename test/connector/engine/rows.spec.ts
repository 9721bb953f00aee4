import {
  appendToChain,
  buildSnapshot,
  decideChunk,
  laneOf,
  neededLookups,
  neededRecords,
  newRecordId,
  readSnapshot,
} from '../../../connector/engine/index.js'
import type { EntryWrite } from '../../../connector/engine/index.js'
import { account, contact, lanesPerTable } from '../../../solution/tables/index.js'
import {
  ada,
  adaId,
  bobId,
  context,
  day,
  decideTitle,
  field,
  item,
  name,
  now,
  only,
  policy,
  record,
  relation,
  serviceUserId,
  state,
  tables,
  valueMap,
  wholeRecord,
} from './support.js'

describe('the row of an item', () => {
  it('holds what applies and nothing else', () => {
    const job = context()
    const one = item(job, field(name.jobTitle, 'New'), { sequence: 7, occurred: now - day })
    const { plan } = decideChunk(job, ada('Old'), [one])
    const { create, row } = plan.items[0] ?? {}
    expect(create).toBeTrue()
    expect(Object.keys(row ?? {}).sort()).toEqual([
      'appliedDateTime',
      'externalKey',
      'fieldName',
      'integrationSyncJob',
      'itemStatus',
      'name',
      'newValue',
      'occurredDateTime',
      'outcomeReason',
      'processMessage',
      'sequenceNumber',
      'targetId',
      'targetTable',
    ])
    expect(row?.occurredDateTime).toEqual(new Date(now - day))
    expect(row?.integrationSyncJob?.id).toBe(job.job.id)
  })

  it('gets only its outcome where it is there already', () => {
    const job = context()
    const one = item(job, field(name.jobTitle, 'New'), { isRow: true })
    const { create, row } = decideChunk(job, ada('Old'), [one]).plan.items[0] ?? {}
    expect(create).toBeFalse()
    expect(Object.keys(row ?? {}).sort()).toEqual([
      'appliedDateTime',
      'itemStatus',
      'outcomeReason',
      'processMessage',
      'targetId',
    ])
  })

  it('says what is wrong with a row that cannot be read', () => {
    const job = context()
    const one = item(job, { kind: 'invalid', message: 'This is no JSON.' }, { isRow: true })
    const { status, reason, message } = only(decideChunk(job, ada('Old'), [one]))
    expect([status, reason, message]).toEqual(['rejected', 'badValue', 'This is no JSON.'])
  })

  it('fits its columns, whatever was sent', () => {
    const job = context()
    const long = 'x'.repeat(10_000)
    const items = [
      item(job, field(long, long), { sequence: 0, codeList: long, targetId: long }),
      item(job, field(name.jobTitle, long), { sequence: 1, externalKey: long, targetTable: long }),
      item(job, relation(name.company, long, long, long), { sequence: 2 }),
    ]
    for (const { row } of decideChunk(job, ada('Old'), items).plan.items) {
      const lengths = Object.entries(row)
        .filter(([column]) => column !== 'longValue')
        .map(([, value]) => (typeof value === 'string' ? value.length : 0))
      expect(Math.max(...lengths)).toBeLessThanOrEqual(4_000)
      expect((row.externalKey ?? '').length).toBeLessThanOrEqual(450)
      expect((row.targetId ?? '').length).toBeLessThanOrEqual(36)
    }
  })
})

describe('columns that cannot be written', () => {
  const jobTitleThat = (over: object) => {
    const table = tables.get(contact.logicalName)
    const before = table?.columns.get(name.jobTitle)
    if (!table || !before) throw new Error('Contact has a job title.')
    const columns = new Map(table.columns).set(name.jobTitle, { ...before, ...over })
    return new Map(tables).set(contact.logicalName, { ...table, columns })
  }

  it('reject the item, also when they are so only once the record exists', () => {
    const never = { validForCreate: false, validForUpdate: false }
    for (const over of [never, { validForUpdate: false }, { kind: 'unsupported' }]) {
      const { status, message } = decideTitle(ada('Old'), 'New', { tables: jobTitleThat(over) })
      expect(status).toBe('rejected')
      expect(message).toContain('Job Title')
    }
  })

  it('are the primary id, too', () => {
    const table = tables.get(contact.logicalName)
    const before = table?.columns.get(name.jobTitle)
    if (!table || !before) throw new Error('Contact has a job title.')
    const id = { ...before, logicalName: table.primaryId, kind: 'uniqueIdentifier' } as const
    const columns = new Map(table.columns).set(table.primaryId, id)
    const job = context({
      tables: new Map(tables).set(contact.logicalName, { ...table, columns }),
    })
    const one = item(job, field(table.primaryId, bobId))
    expect(only(decideChunk(job, ada('Old'), [one])).message).toContain('names the record itself')
  })
})

describe('what decisions need to be read', () => {
  const policies = [
    policy({ createMissingRecords: true }),
    policy({ fieldName: name.country, codeList: 'Country' }),
  ]
  const job = context({ policies })
  const items = [
    item(job, field(name.country, 'USA'), { sequence: 0 }),
    item(job, field(name.jobTitle, 'X'), { sequence: 1, codeList: 'Titles' }),
    item(job, relation(name.company, 'O-1', 'account', 'ERP'), { sequence: 2, externalKey: 'E-2' }),
    item(job, wholeRecord({ [name.department]: 'HR', nosuch: 1 }), {
      sequence: 3,
      externalKey: null,
      targetId: bobId.toUpperCase(),
    }),
    item(job, field('x', 'y'), { sequence: 4, targetTable: 'nosuch' }),
  ]

  it('is each key once, own and related, and the code lists', () => {
    const { identifierKeys, codeLists } = neededLookups(job, items)
    expect(identifierKeys.map((key) => Object.values(key).join(' '))).toEqual([
      'HRIS contact E-1',
      'HRIS contact E-2',
      'ERP account O-1',
    ])
    expect(codeLists).toEqual(['Country', 'Titles'])
  })

  it('is the known targets, given ids and ids of records to be created, with touched columns', () => {
    const { identifiers } = state()
    const needs = neededRecords(job, identifiers, items)
    const created = newRecordId({
      sourceSystemKey: 'HRIS',
      targetTable: contact.logicalName,
      externalKey: 'E-2',
    })
    expect([...needs.keys()]).toEqual([contact.logicalName])
    expect(needs.get(contact.logicalName)).toEqual({
      ids: [adaId, created, bobId],
      columns: [name.country, name.jobTitle, name.company, name.department],
    })
  })

  it('is no record for a key that nobody knows and nobody creates', () => {
    const plain = context()
    expect(neededRecords(plain, new Map(), [item(plain, field(name.jobTitle, 'X'))]).size).toBe(0)
  })
})

describe('the chain', () => {
  const entries = ['a', 'b', 'c'].map((id): EntryWrite => ({
    id,
    targetTable: contact.logicalName,
    targetId: adaId,
    itemSequence: 0,
    row: { aspectKey: name.jobTitle, value: id, observedDateTime: new Date(now) },
  }))
  const start = { sequence: 0, hash: '' }

  it('gives each entry its place and a hash over those before', () => {
    const { rows, tail } = appendToChain(start, contact.logicalName, 2, entries)
    expect(rows.map(({ chainSequence, chainKey }) => [chainSequence, chainKey])).toEqual([
      [1, 'contact/2/1'],
      [2, 'contact/2/2'],
      [3, 'contact/2/3'],
    ])
    expect(rows[0]?.value).toBe('a')
    expect(tail).toEqual({ sequence: 3, hash: rows[2]?.entryHash ?? '' })
    expect(tail.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('comes out the same in one go or in two', () => {
    const whole = appendToChain(start, contact.logicalName, 0, entries)
    const first = appendToChain(start, contact.logicalName, 0, entries.slice(0, 1))
    const rest = appendToChain(first.tail, contact.logicalName, 0, entries.slice(1))
    expect([...first.rows, ...rest.rows]).toEqual([...whole.rows])
    expect(rest.tail).toEqual(whole.tail)
  })

  it('shows a change of any fixed column or of the past, not of what stewards change', () => {
    const hashOf = (row: EntryWrite['row'], tail = start) => {
      const [first, ...others] = entries
      if (!first) throw new Error('There is an entry.')
      const changed = { ...first, row: { ...first.row, ...row } }
      return appendToChain(tail, contact.logicalName, 0, [changed, ...others]).tail.hash
    }
    const hash = hashOf({})
    expect(hashOf({ value: 'other' })).not.toBe(hash)
    expect(hashOf({ observedDateTime: new Date(now + 1000) })).not.toBe(hash)
    expect(hashOf({}, { sequence: 0, hash: 'x' })).not.toBe(hash)
    expect(hashOf({ ledgerStatus: 'certified', latest: false, notes: 'Seen.' })).toBe(hash)
  })
})

describe('lanes', () => {
  it('share the records of a table about evenly', () => {
    const counts = new Array<number>(lanesPerTable).fill(0)
    for (let key = 0; key < 4_000; key += 1) {
      const id = newRecordId({
        sourceSystemKey: 'HRIS',
        targetTable: account.logicalName,
        externalKey: String(key),
      })
      const lane = laneOf(account.logicalName, id)
      counts[lane] = (counts[lane] ?? NaN) + 1
    }
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(150)
  })

  it('do the same for ids that differ in one digit only', () => {
    const lanes = Array.from({ length: 16 }, (_, digit) =>
      laneOf(contact.logicalName, adaId.replace(/^1/, digit.toString(16))),
    )
    expect(new Set(lanes).size).toBe(lanesPerTable)
  })
})

describe('the snapshot of a configuration', () => {
  const configuration = {
    policies: [policy({ fieldName: name.jobTitle }), policy()],
    valueMaps: [valueMap({ sourceCode: 'B' }), valueMap({ sourceCode: 'A' })],
  }

  it('is the same text whatever the order of rows', () => {
    const turned = {
      policies: [...configuration.policies].reverse(),
      valueMaps: [...configuration.valueMaps].reverse(),
    }
    expect(buildSnapshot(turned)).toEqual(buildSnapshot(configuration))
    expect(buildSnapshot({ ...configuration, valueMaps: [] }).hash).not.toBe(
      buildSnapshot(configuration).hash,
    )
  })

  it('is read back as it was', () => {
    const { text } = buildSnapshot(configuration)
    const read = readSnapshot(text)
    expect(buildSnapshot(read).text).toBe(text)
    expect(read.policies).toEqual([...configuration.policies].reverse())
    expect(() => readSnapshot('{"policies":1}')).toThrowError(/no configuration snapshot/)
  })
})

describe('an entry certified by the service', () => {
  it('names the service user', () => {
    const { plan } = decideTitle(state([record()]), 'New', {
      policies: [policy({ autoCertify: true })],
    })
    expect(plan.entries[0]?.row.certifiedBy).toEqual({ table: 'systemuser', id: serviceUserId })
  })
})
