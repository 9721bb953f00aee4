import { emitEntity } from '../../../../solution/emit/tables/index.js'
import { element, textElement } from '../../../../solution/model/xml.js'
import type { XmlElement } from '../../../../solution/model/xml.js'
import { SolutionFormatError } from '../../../../solution/read/error.js'
import {
  otherRelationships,
  readManyToMany,
  readTable,
} from '../../../../solution/read/tables/index.js'
import { localTables, stateOrProvince } from '../../../../solution/tables/index.js'

function attribute(name: string, type: string, further: readonly XmlElement[] = []): XmlElement {
  return element('attribute', { PhysicalName: name }, [
    textElement('Type', type),
    textElement('Name', name.toLowerCase()),
    textElement('LogicalName', name.toLowerCase()),
    ...further,
  ])
}

function entity(name: string, attributes: readonly XmlElement[]): XmlElement {
  return element('entity', { Name: name }, [element('attributes', {}, attributes)])
}

function relationship(name: string, texts: Readonly<Record<string, string>>): XmlElement {
  const children = Object.entries(texts).map(([child, text]) => textElement(child, text))
  return element('EntityRelationship', { Name: name }, children)
}

const read = (source: XmlElement, relationships: readonly XmlElement[] = []) =>
  readTable(source, relationships, [])

describe('A table of which a solution lists only some columns', () => {
  const source = entity('Contact', [
    attribute('abc_Level', 'nvarchar', [textElement('MaxLength', 8)]),
  ])
  const table = read(source)

  it('is read as listed, with those columns and no others', () => {
    expect(table.listed).toBe(true)
    expect(table.origin).toBe('platform')
    expect(Object.keys(table.columns)).toEqual(['level'])
    expect(table.systemColumns).toBeUndefined()
  })

  it('is written with them and no others', () => {
    expect(emitEntity(table, [])).toEqual(source)
  })
})

describe('Columns of an export', () => {
  const kindOf = (type: string, further: readonly XmlElement[] = []) =>
    Object.values(read(entity('abc_X', [attribute('abc_Y', type, further)])).columns)[0]?.kind

  it('are days when their behaviour is without time, else points in time', () => {
    expect(kindOf('datetime', [textElement('Behavior', 2)])).toBe('date')
    expect(kindOf('datetime', [textElement('Behavior', 1), textElement('Format', 'date')])).toBe(
      'dateTime',
    )
  })

  it('of types that nobody can declare are read as the kind that holds their values', () => {
    expect(kindOf('customer')).toBe('lookup')
    expect(kindOf('timestamp')).toBe('bigInteger')
    expect(kindOf('entityname')).toBe('text')
  })

  it('of an unknown type are refused by table and column', () => {
    expect(() => kindOf('telepathy')).toThrowMatching(
      (error) =>
        error instanceof SolutionFormatError &&
        error.message.includes('Table abc_X, column abc_Y') &&
        error.message.includes("'telepathy'"),
    )
  })

  it('with a number that is none are refused by table and column', () => {
    expect(() => kindOf('int', [textElement('MinValue', 'few')])).toThrowError(
      /Table abc_X, column abc_Y: expected a number .*'few'/,
    )
  })

  it('keep a limit beyond what numbers hold exactly, as text', () => {
    const most = '9223372036854775807'
    const source = attribute('abc_Y', 'bigint', [textElement('MaxValue', most)])
    const table = read(entity('abc_X', [source]))
    expect(Object.values(table.columns)[0]?.settings?.['MaxValue']).toBe(most)
    expect(emitEntity(table, []).children[0]?.children[0]).toEqual(source)
  })

  it('whose names would be one in our code all stay', () => {
    const names = ['abc_Name', 'xyz_Name', 'Name']
    const table = read(
      entity(
        'abc_X',
        names.map((name) => attribute(name, 'nvarchar')),
      ),
    )
    expect(Object.entries(table.columns).map(([key, { schemaName }]) => [key, schemaName])).toEqual(
      [
        ['name', 'abc_Name'],
        ['xyz_name', 'xyz_Name'],
        ['name_', 'Name'],
      ],
    )
  })
})

describe('Relationships of an export', () => {
  const toTask = relationship('abc_X_Tasks', {
    EntityRelationshipType: 'OneToMany',
    ReferencingEntityName: 'Task',
    ReferencedEntityName: 'abc_X',
    ReferencingAttributeName: 'RegardingObjectId',
  })
  const both = relationship('abc_x_abc_y', {
    EntityRelationshipType: 'ManyToMany',
    FirstEntityName: 'abc_X',
    SecondEntityName: 'abc_Y',
    IntersectEntityName: 'abc_x_abc_y',
  })
  const lookup = relationship('abc_own_name', {
    EntityRelationshipType: 'OneToMany',
    ReferencingEntityName: 'abc_X',
    ReferencedEntityName: 'xyz_Elsewhere',
    ReferencingAttributeName: 'abc_Y',
  })
  const all = [toTask, both, lookup]
  const table = read(entity('abc_X', [attribute('abc_Y', 'lookup')]), all)

  it('give a lookup its targets, and the casing of a table that is not in the package', () => {
    const column = Object.values(table.columns)[0]
    expect(column?.targets).toEqual(['xyz_elsewhere'])
    expect(column?.relationships?.[0]?.schemaName).toBe('abc_own_name')
    expect(column?.relationships?.[0]?.settings?.['ReferencedEntityName']).toBe('xyz_Elsewhere')
  })

  it('that are many-to-many are kept as read', () => {
    expect(readManyToMany(all)).toEqual([
      {
        schemaName: 'abc_x_abc_y',
        firstTable: 'abc_x',
        secondTable: 'abc_y',
        intersectTable: 'abc_x_abc_y',
        definition: both,
      },
    ])
  })

  it('of columns outside the package are found, to be kept', () => {
    expect(otherRelationships(all, [table])).toEqual([toTask])
  })
})

describe('A declared table with a name of its own for a relationship', () => {
  it('needs no relationships to be read', () => {
    const table = read(emitEntity(stateOrProvince, localTables))
    expect(table.columns['country']?.targets).toEqual([])
  })
})
