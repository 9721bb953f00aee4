import {
  emitChoice,
  emitEntity,
  emitRelationships,
} from '../../../../solution/emit/tables/index.js'
import {
  choice,
  defineTable,
  lookup,
  memo,
  primaryName,
  text,
} from '../../../../solution/model/index.js'
import type { Columns, Table } from '../../../../solution/model/index.js'

function tableWith(
  columns: Columns,
  keys: Readonly<Record<string, readonly string[]>> = {},
): Table {
  const named: Columns = { name: primaryName('abc_Name', 'Name'), ...columns }
  return defineTable({
    schemaName: 'abc_Thing',
    label: 'Thing',
    pluralLabel: 'Things',
    columns: named,
    keys,
  })
}

const emit = (table: Table) => emitEntity(table, [table])

describe('A table that the platform would refuse', () => {
  it('names table, column and target of a lookup that leads nowhere', () => {
    const table = tableWith({ other: lookup('abc_Other', 'Other', 'abc_missing') })
    const message = /abc_Thing, column abc_Other: .*"abc_missing"/
    expect(() => emit(table)).toThrowError(message)
    expect(() => emitRelationships([{ table, include: 'all' }], [table])).toThrowError(message)
  })

  it('names the value that two options share', () => {
    const options = { a: { value: 1, label: 'A' }, b: { value: 1, label: 'B' } }
    expect(() => emit(tableWith({ kind: choice('abc_Kind', 'Kind', options) }))).toThrowError(
      'Table abc_Thing, column abc_Kind has the value 1 twice: "A" and "B".',
    )
    expect(() => emitChoice({ name: 'abc_kinds', label: 'Kinds', options })).toThrowError(
      'The choice abc_kinds has the value 1 twice: "A" and "B".',
    )
  })

  it('names a column that is there twice, or that the platform brings', () => {
    const twice = { a: text('abc_Same', 'A'), b: text('abc_same', 'B') }
    expect(() => emit(tableWith(twice))).toThrowError(/abc_Thing, column abc_same: .* twice/)
    const brought = { owner: text('OwnerId', 'Owner') }
    expect(() => emit(tableWith(brought))).toThrowError(/abc_Thing, column OwnerId/)
  })

  it('names a second primary name', () => {
    const table = tableWith({ second: primaryName('abc_Second', 'Second') })
    expect(() => emit(table)).toThrowError(/abc_Thing has 2 primary names \(abc_Name, abc_Second\)/)
  })

  it('names a text that is too long', () => {
    const table = tableWith({ long: text('abc_Long', 'Long', { maxLength: 4_001 }) })
    expect(() => emit(table)).toThrowError(/abc_Thing, column abc_Long: a length of 4001/)
  })

  it('names a key over a column of a kind that no key can hold', () => {
    const table = tableWith({ notes: memo('abc_Notes', 'Notes') }, { Notes: ['notes'] })
    expect(() => emit(table)).toThrowError(/abc_Thing, column abc_Notes: .*memo.*abc_Thing_Notes/)
  })
})

describe("Another solution's table", () => {
  it('is written by its name alone, as unmodified and without relationships', () => {
    const table = tableWith({ other: lookup('abc_Other', 'Other', 'account') })
    const entity = emitEntity(table, [table], 'listed')
    expect(entity.attributes).toEqual({ Name: 'abc_Thing', unmodified: '1' })
    expect(entity.children.map(({ name, children }) => [name, children.length])).toEqual([
      ['attributes', 0],
    ])
    expect(emitRelationships([{ table, include: 'listed' }], [table])).toEqual([])
  })
})
