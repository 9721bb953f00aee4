import * as fc from 'fast-check'

import { decisionUpdate, notesWith } from '../../../controls/LedgerTimeline/data/decisions.js'
import {
  filterExpression,
  isWanted,
} from '../../../controls/LedgerTimeline/data/filter-expression.js'
import { Labels } from '../../../controls/LedgerTimeline/data/labels.js'
import { TimelineRows } from '../../../controls/LedgerTimeline/data/timeline-rows.js'
import { noFilters } from '../../../controls/LedgerTimeline/model/filters.js'
import { integrationLedger, ledgerStatus } from '../../../solution/tables/index.js'
import { entry } from './entries.js'
import { ScriptedDataSet, ledgerRow } from './scripted-data-set.js'

const { columns } = integrationLedger
const target = { table: 'contact', id: 'c0000000-0000-4000-8000-000000000001' }
const other = { table: 'contact', id: 'c0000000-0000-4000-8000-000000000002' }
const wanted = { target, filters: noFilters }

describe('the filter of the timeline', () => {
  it('names the record by table and id, and what is looked for', () => {
    const filters = { aspect: '*', source: 'HRIS', status: 'pending', text: '' } as const
    expect(filterExpression(target, filters, undefined)).toEqual({
      filterOperator: 0,
      conditions: [
        [columns.targetTable.logicalName, 'contact'],
        [columns.targetId.logicalName, target.id],
        [columns.aspectKey.logicalName, '*'],
        [columns.sourceSystemKey.logicalName, 'HRIS'],
        [columns.ledgerStatus.logicalName, String(ledgerStatus.pending.value)],
      ].map(([attributeName = '', value = '']) => ({ attributeName, conditionOperator: 0, value })),
    })
  })

  it('takes wildcards in a search as the characters they are', () => {
    const { filters = [] } = filterExpression(target, { ...noFilters, text: '50%_[x' }, undefined)
    expect(filters[0]?.conditions.map(({ value }) => value)).toEqual(
      Array.from({ length: 4 }, () => '%50[%][_][[]x%'),
    )
    expect(filters[0]?.filterOperator).toBe(1)
  })

  it('keeps what the page had filtered by', () => {
    const before = {
      filterOperator: 0 as const,
      conditions: [{ attributeName: 'a', conditionOperator: 0 as const, value: '1' }],
    }
    expect(filterExpression(target, noFilters, before).filters).toEqual([before])
    const empty = { filterOperator: 0 as const, conditions: [] }
    expect(filterExpression(target, noFilters, empty).filters).toBeUndefined()
  })

  it('knows its own entries, in any case of their letters', () => {
    const one = entry({ targetTable: 'Contact', targetId: target.id.toUpperCase() })
    expect(isWanted(one, target, noFilters)).toBeTrue()
    expect(isWanted(one, other, noFilters)).toBeFalse()
    expect(isWanted(one, undefined, { ...noFilters, status: 'certified' })).toBeFalse()
  })
})

describe('a decision as it is written', () => {
  it('changes the status alone where there is no note, and holds for the entry as seen', () => {
    const one = entry()
    expect(decisionUpdate({ action: 'certify', entry: one, note: '  ' })).toEqual({
      table: integrationLedger.logicalName,
      entitySet: integrationLedger.entitySetName,
      id: one.id,
      changes: { [columns.ledgerStatus.logicalName]: ledgerStatus.certified.value },
      seen: {
        values: {
          [columns.ledgerStatus.logicalName]: ledgerStatus.pending.value,
          [columns.supersededOn.logicalName]: null,
        },
      },
    })
  })

  it('adds a note to those there are', () => {
    const { changes, seen } = decisionUpdate({
      action: 'reject',
      entry: entry({ notes: 'Asked HR.' }),
      note: ' Wrong person. ',
    })
    expect(changes[columns.notes.logicalName]).toBe('Asked HR.\nWrong person.')
    expect(seen.values[columns.notes.logicalName]).toBe('Asked HR.')
    expect(notesWith('', 'first')).toBe('first')
  })
})

describe('the rows of the timeline', () => {
  const take = (rows: TimelineRows, dataSet: ScriptedDataSet, updated = ['dataset']) =>
    rows.take(dataSet.view(), updated, wanted)

  it('are asked for by record, newest first, with every column that is shown', () => {
    const dataSet = new ScriptedDataSet([ledgerRow(other)])
    const rows = new TimelineRows('records', '')
    take(rows, dataSet, [])
    expect(rows.rows).toEqual({ state: 'loading' })
    expect(dataSet.refreshes).toBe(1)
    expect(dataSet.filter).toEqual(filterExpression(target, noFilters, undefined))
    expect(dataSet.sorting).toEqual([
      { name: columns.observedDateTime.logicalName, sortDirection: 1 },
    ])
    expect(dataSet.added).toContain(columns.decisionTrace.logicalName)
  })

  it("never show what was there before our own filter, even if it is another record's answer", () => {
    const dataSet = new ScriptedDataSet([ledgerRow(other)])
    const rows = new TimelineRows('records', '')
    take(rows, dataSet, [])
    take(rows, dataSet)
    expect(rows.rows).toEqual({ state: 'loading' })
    dataSet.rows = [ledgerRow(target), ledgerRow(other)]
    take(rows, dataSet)
    expect(rows.rows).toEqual({ state: 'loading' })
    dataSet.rows = [ledgerRow(target)]
    take(rows, dataSet)
    expect(rows.rows.state).toBe('entries')
  })

  it('say so, and show nothing, where the page never narrows them', () => {
    const dataSet = new ScriptedDataSet([ledgerRow(other)])
    const rows = new TimelineRows('records', '')
    for (let turn = 0; turn < 6; turn += 1) take(rows, dataSet)
    expect(rows.rows).toEqual({ state: 'notNarrowed' })
  })

  it('are none, an error, or out of reach: three different things', () => {
    const dataSet = new ScriptedDataSet([])
    const rows = new TimelineRows('records', '')
    take(rows, dataSet, [])
    take(rows, dataSet)
    expect(rows.rows).toEqual({ state: 'empty' })
    dataSet.errorMessage = 'SQL timeout'
    take(rows, dataSet)
    expect(rows.rows).toEqual({ state: 'error', message: 'SQL timeout' })
    dataSet.errorMessage = 'Principal user is missing prvReadgovcdm_IntegrationLedger privilege'
    take(rows, dataSet)
    expect(rows.rows).toEqual({ state: 'noAccess' })
  })

  it('stay in sight while others load, and are read again in the same number', () => {
    const dataSet = new ScriptedDataSet(Array.from({ length: 120 }, () => ledgerRow(target)))
    dataSet.pageSize = 50
    const rows = new TimelineRows('records', '')
    take(rows, dataSet, [])
    take(rows, dataSet)
    rows.reload()
    expect(dataSet.pageSize).toBe(120)
    expect(rows.rows).toEqual(jasmine.objectContaining({ state: 'entries', isLoading: true }))
  })

  it('are shown as of now once the record is another', () => {
    const dataSet = new ScriptedDataSet([ledgerRow(target)])
    const rows = new TimelineRows('records', '')
    take(rows, dataSet, [])
    take(rows, dataSet)
    rows.take(dataSet.view(), [], { target: other, filters: noFilters })
    expect(rows.rows).toEqual({ state: 'loading' })
    expect([...rows.choices.sources]).toEqual([])
  })

  it('count honestly', () => {
    const dataSet = new ScriptedDataSet([ledgerRow(target), ledgerRow(target)])
    dataSet.hasNextPage = true
    dataSet.total = -1
    const rows = new TimelineRows('records', '')
    take(rows, dataSet, [])
    take(rows, dataSet)
    const total = () => (rows.rows.state === 'entries' ? rows.rows.total : undefined)
    expect(total()).toEqual({ kind: 'moreThan', count: 5_000 })
    dataSet.total = 70
    take(rows, dataSet)
    expect(total()).toEqual({ kind: 'exactly', count: 70 })
    dataSet.total = 0
    take(rows, dataSet)
    expect(total()).toEqual({ kind: 'moreThan', count: 2 })
  })

  it('take whatever a row holds', () => {
    const rows = new TimelineRows('records', '')
    const dataSet = new ScriptedDataSet([])
    take(rows, dataSet, [])
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names()), fc.anything()), (row) => {
        dataSet.rows = [{ ...row, ...ledgerRow(target) }]
        take(rows, dataSet)
        expect(rows.rows.state).toBe('entries')
      }),
    )
  })
})

const names = () => Object.values(columns).map(({ logicalName }) => logicalName)

describe('labels', () => {
  it('are asked for once each, and missing ones do no harm', async () => {
    const asked: string[] = []
    let changes = 0
    const labels = new Labels(
      {
        hasEntityPrivilege: () => true,
        lookupObjects: () => Promise.resolve([]),
        getEntityMetadata: (table, wantedColumns = []) => {
          asked.push(`${table}: ${wantedColumns.join(' ')}`)
          return table === 'contact'
            ? Promise.resolve({
                DisplayName: 'Contact',
                Attributes: { get: () => ({ DisplayName: 'E-mail' }) },
              })
            : Promise.reject(new Error('No such table.'))
        },
      },
      () => (changes += 1),
    )
    labels.want('contact', ['emailaddress1'])
    labels.want('contact', ['emailaddress1'])
    labels.want('nothing', ['x'])
    await Promise.resolve()
    await Promise.resolve()
    expect(asked).toEqual(['contact: emailaddress1', 'nothing: x'])
    expect(labels.known.get('contact')?.columns.get('emailaddress1')).toBe('E-mail')
    expect(changes).toBe(1)
  })
})
