import { decideChunk, newRecordId } from '../../../connector/engine/index.js'
import type { SyncItem } from '../../../connector/engine/index.js'
import { account, contact } from '../../../solution/tables/index.js'
import {
  ada,
  adaId,
  bobId,
  context,
  day,
  field,
  item,
  name,
  now,
  only,
  orgId,
  outcomes,
  policy,
  record,
  relation,
  state,
  wholeRecord,
} from './support.js'

const creating = policy({ createMissingRecords: true })
const creatingAccounts = policy({ targetTable: account.logicalName, createMissingRecords: true })
const empty = state([], [])
const newId = newRecordId({
  sourceSystemKey: 'HRIS',
  targetTable: contact.logicalName,
  externalKey: 'E-1',
})

describe('an item with a known key', () => {
  it('finds its record and refreshes Last Seen on the next day (UTC) only', () => {
    const seen = (lastSeen: number) => {
      const store = state([record()], [{ externalKey: 'E-1', targetId: adaId, lastSeen }])
      const job = context()
      return decideChunk(job, store, [item(job, field(name.jobTitle, 'X'))]).plan.identifiers
    }
    expect(seen(now - 9 * 60 * 60_000)).toEqual([])
    const [refresh] = seen(now - 11 * 60 * 60_000)
    expect(refresh?.create).toBeFalse()
    expect(refresh?.row).toEqual({ lastSeenDateTime: new Date(now) })
  })

  it('is held where the record is gone, saying what to do', () => {
    const job = context()
    const gone = state([record({ exists: false, etag: null })])
    const { status, reason, message, targetId } = only(
      decideChunk(job, gone, [item(job, field(name.jobTitle, 'X'))]),
    )
    expect([status, reason, targetId]).toEqual(['held', 'recordDeleted', null])
    expect(message).toContain('restore it or delete the identifier')
  })

  it('is rejected when it gives the id of another record, naming both', () => {
    const job = context()
    const one = item(job, field(name.jobTitle, 'X'), { targetId: bobId })
    const { status, reason, message } = only(decideChunk(job, ada('Old'), [one]))
    expect([status, reason]).toEqual(['rejected', 'conflict'])
    expect(message).toContain(adaId)
    expect(message).toContain(bobId)
  })
})

describe('an item with an unknown key', () => {
  const linking = (targetId: string) => {
    const job = context()
    const items = [
      item(job, field(name.department, 'HR'), { sequence: 0, externalKey: 'E-9' }),
      item(job, field(name.jobTitle, 'X'), { sequence: 1, externalKey: 'E-9', targetId }),
    ]
    return decideChunk(job, state([record()], []), items)
  }

  it('is linked to the record that an item of the chunk gives, whatever their order', () => {
    const { decisions, plan } = linking(`{${adaId.toUpperCase()}}`)
    expect(decisions.map(({ status, targetId }) => [status, targetId])).toEqual([
      ['applied', adaId],
      ['applied', adaId],
    ])
    expect(plan.records).toHaveSize(1)
    expect(
      plan.identifiers.map(({ create, targetId, row }) => [create, targetId, row.externalKey]),
    ).toEqual([[true, adaId, 'E-9']])
  })

  it('is held where there is no such record', () => {
    const result = linking(bobId)
    expect(outcomes(result)).toEqual(['held: noRecord', 'held: noRecord'])
    expect(result.decisions[1]?.message).toContain(`has no record ${bobId}`)
    expect(result.plan.identifiers).toEqual([])
    expect(result.plan.entries).toEqual([])
  })

  it('makes no link when its items are rejected', () => {
    const job = context()
    const one = item(job, field('nosuch', 'X'), { externalKey: 'E-9', targetId: adaId })
    const { reason, plan } = only(decideChunk(job, state([record()], []), [one]))
    expect(reason).toBe('unknownColumn')
    expect(plan.identifiers).toEqual([])
  })

  it('creates the record where the policy of the table lets the source do so', () => {
    const job = context({ policies: [creating] })
    const items = [
      item(job, field(name.jobTitle, 'X'), { sequence: 0 }),
      item(job, field(name.department, null), { sequence: 1 }),
      item(job, field(name.department, 'HR'), { sequence: 2 }),
    ]
    const result = decideChunk(job, empty, items)
    expect(outcomes(result)).toEqual([
      'applied: committed',
      'unchanged: equalsRecord',
      'applied: committed',
    ])
    expect(result.plan.records).toEqual([
      {
        targetTable: contact.logicalName,
        targetId: newId,
        create: true,
        etag: null,
        values: { [name.jobTitle]: 'X', [name.department]: 'HR' },
        previousValues: {},
      },
    ])
    expect(result.plan.entries).toHaveSize(2)
    expect(result.plan.identifiers[0]?.row.firstSeenDateTime).toEqual(new Date(now))
  })

  it('takes items that wait on board when a later one creates the record', () => {
    const waits = policy({ fieldName: name.department, commitMode: 'onCertify' })
    const job = context({ policies: [creating, waits] })
    const items = [
      item(job, field(name.department, 'HR'), { sequence: 0 }),
      item(job, field(name.jobTitle, 'X'), { sequence: 1 }),
    ]
    const result = decideChunk(job, empty, items)
    expect(outcomes(result)).toEqual(['held: awaitingCertification', 'applied: committed'])
    expect(result.plan.entries).toHaveSize(2)
    expect(result.plan.records[0]?.values).toEqual({ [name.jobTitle]: 'X' })
  })

  it('creates nothing where no value commits, and names all reasons', () => {
    const waits = policy({ commitMode: 'onCertify', createMissingRecords: true })
    const job = context({ policies: [waits] })
    const result = decideChunk(job, empty, [item(job, field(name.jobTitle, 'X'))])
    const { status, reason, message, plan } = only(result)
    expect([status, reason]).toEqual(['held', 'noRecord'])
    expect(message).toContain('none of its values may be written yet')
    expect(message).toContain('once a steward has certified')
    expect([plan.records, plan.entries, plan.identifiers]).toEqual([[], [], []])
  })

  it('creates nothing for a source that the policy of the table does not name', () => {
    const ofErp = policy({ createMissingRecords: true, authoritativeSources: ['ERP'] })
    const anybody = policy({ fieldName: name.jobTitle })
    const job = context({ policies: [ofErp, anybody] })
    const { reason, message } = only(
      decideChunk(job, empty, [item(job, field(name.jobTitle, 'X'))]),
    )
    expect(reason).toBe('noRecord')
    expect(message).toContain('does not let HRIS create records')
  })

  it('finds the record that an earlier run created without its identifier', () => {
    const job = context({ policies: [creating] })
    const created = state([record({ targetId: newId, values: { [name.jobTitle]: 'X' } })], [])
    const { status, plan } = only(decideChunk(job, created, [item(job, field(name.jobTitle, 'X'))]))
    expect(status).toBe('unchanged')
    expect(plan.identifiers.map(({ targetId }) => targetId)).toEqual([newId])
  })

  it('fails with the platform, and leaves nothing behind, where that refuses the new record', () => {
    const job = context({ policies: [creating] })
    const refusals = new Map([[`${contact.logicalName}/${newId}`, 'Duplicate.']])
    const items = [item(job, field(name.jobTitle, 'X'))]
    const { status, message, plan } = only(decideChunk(job, empty, items, refusals))
    expect(status).toBe('failed')
    expect(message).toContain('Duplicate.')
    expect([plan.records, plan.entries, plan.identifiers]).toEqual([[], [], []])
  })
})

describe('an item that names no possible record', () => {
  const rejected = (options: Parameters<typeof item>[2]) => {
    const job = context()
    const { status, reason, message } = only(
      decideChunk(job, empty, [item(job, field(name.jobTitle, 'X'), options)]),
    )
    expect(status).toBe('rejected')
    return `${reason}: ${message}`
  }

  it('is rejected, naming what is wrong', () => {
    expect(rejected({ externalKey: null })).toContain('neither an external key nor a target ID')
    expect(rejected({ targetId: 'ADA' })).toContain('badValue: Target ID "ADA" is no GUID')
    expect(rejected({ externalKey: 'x'.repeat(451) })).toContain('has 451 characters')
    expect(rejected({ targetTable: 'nosuch' })).toContain(
      'unknownTable: There is no table "nosuch"',
    )
  })

  it('keeps keys apart that differ in case or hold odd characters', () => {
    const job = context({ policies: [creating] })
    const keys = ['a', 'A', 'a/b', "a'b", 'a%2Fb', 'a#?&+', '😀', ' a']
    const items = keys.map((externalKey, sequence) =>
      item(job, field(name.jobTitle, 'X'), { sequence, externalKey }),
    )
    const { plan } = decideChunk(job, empty, items)
    expect(new Set(plan.records.map(({ targetId }) => targetId))).toHaveSize(keys.length)
    expect(new Set(plan.identifiers.map(({ row }) => row.keyHash))).toHaveSize(keys.length)
  })
})

describe('a relationship', () => {
  const org = { externalKey: 'O-1', targetId: orgId, targetTable: account.logicalName }
  const known = state([record()], [{ externalKey: 'E-1', targetId: adaId }, org])
  const decided = (content: SyncItem['content'], store = known) => {
    const job = context()
    return only(decideChunk(job, store, [item(job, content)]))
  }

  it('points at the record behind the related key', () => {
    const { status, plan } = decided(relation(name.company, 'O-1', 'account'))
    expect(status).toBe('applied')
    expect(plan.records[0]?.values).toEqual({ [name.company]: `account/${orgId}` })
    expect(plan.entries[0]?.row.ledgerAspect).toBe('relationship')
    const row = plan.items[0]?.row
    expect([row?.newValue, row?.sourceValue, row?.relatedTable]).toEqual([orgId, 'O-1', 'account'])
  })

  it('equals the link that the record has, with its table known or not', () => {
    for (const value of [orgId, `account/${orgId}`]) {
      const linked = state(
        [record({ values: { [name.company]: value } })],
        [{ externalKey: 'E-1', targetId: adaId }, org],
      )
      expect(decided(relation(name.company, 'O-1', 'account'), linked).status).toBe('unchanged')
    }
  })

  it('is held while nobody knows the related key', () => {
    const { status, reason, message, plan } = decided(relation(name.company, 'O-2', 'account'))
    expect([status, reason]).toEqual(['held', 'noRelatedRecord'])
    expect(message).toContain('HRIS key "O-2"')
    expect(plan.entries).toEqual([])
  })

  it('asks for the table where the column points at several', () => {
    const { status, message } = decided(relation(name.company, 'O-1'))
    expect(status).toBe('rejected')
    expect(message).toContain('points at account or contact, and the item names no table')
  })

  it('is cleared by an empty key', () => {
    const linked = state([record({ values: { [name.company]: `account/${orgId}` } })])
    const { status, plan } = decided(relation(name.company, null), linked)
    expect(status).toBe('applied')
    expect(plan.records[0]?.values).toEqual({ [name.company]: null })
  })

  it('is refused for a column that holds no link', () => {
    expect(decided(relation(name.jobTitle, 'O-1')).message).toContain('send it as a field')
  })

  it('finds a record that the same chunk creates, earlier or later', () => {
    const job = context({ policies: [creating, creatingAccounts] })
    const link = (sequence: number) =>
      item(job, relation(name.company, 'O-1', 'account'), { sequence })
    const org1 = (sequence: number) =>
      item(job, field(name.accountName, 'Org'), {
        sequence,
        externalKey: 'O-1',
        targetTable: account.logicalName,
      })
    for (const items of [
      [org1(0), link(1)],
      [link(0), org1(1)],
    ]) {
      const result = decideChunk(job, empty, items)
      expect(outcomes(result)).toEqual(['applied: committed', 'applied: committed'])
      expect(result.plan.records).toHaveSize(2)
    }
  })

  it('is held, with all that hang on it, where the related record is not created after all', () => {
    const waits = policy({
      targetTable: account.logicalName,
      fieldName: name.accountName,
      commitMode: 'onCertify',
    })
    const job = context({ policies: [creating, creatingAccounts, waits] })
    const accountItem = (sequence: number, key: string, content: SyncItem['content']) =>
      item(job, content, { sequence, externalKey: key, targetTable: account.logicalName })
    const items = [
      item(job, relation(name.company, 'O-1', 'account'), { sequence: 0 }),
      accountItem(1, 'O-1', relation(name.parentAccount, 'O-2')),
      accountItem(2, 'O-2', field(name.accountName, 'Org')),
    ]
    const result = decideChunk(job, empty, items)
    expect(outcomes(result)).toEqual(['held: noRecord', 'held: noRecord', 'held: noRecord'])
    expect(result.decisions[0]?.message).toContain('HRIS key "O-1", which Company Name')
    expect(result.plan.records).toEqual([])
    expect(result.plan.entries).toEqual([])
  })

  it('lets two new records point at each other', () => {
    const job = context({ policies: [creatingAccounts] })
    const items = [
      ['O-1', 'O-2'],
      ['O-2', 'O-1'],
    ].map(([key = '', related = ''], sequence) =>
      item(job, relation(name.parentAccount, related), {
        sequence,
        externalKey: key,
        targetTable: account.logicalName,
      }),
    )
    expect(decideChunk(job, empty, items).plan.records).toHaveSize(2)
  })
})

describe('a whole record', () => {
  it('creates a missing record like fields do', () => {
    const job = context({ policies: [creating] })
    const { plan } = decideChunk(job, empty, [
      item(job, wholeRecord({ [name.jobTitle]: 'X', [name.department]: null })),
    ])
    expect(plan.records[0]?.values).toEqual({ [name.jobTitle]: 'X' })
    expect(plan.entries[0]?.row.previousValue).toBeUndefined()
  })

  it('was last seen a day ago', () => {
    const store = state([record()], [{ externalKey: 'E-1', targetId: adaId, lastSeen: now - day }])
    const job = context()
    const items = ['X', 'Y'].map((value, sequence) =>
      item(job, field(name.jobTitle, value), { sequence }),
    )
    expect(decideChunk(job, store, items).plan.identifiers).toHaveSize(1)
  })
})
