import { basename } from 'node:path'

import {
  emitChoice,
  emitEntity,
  emitImageConfigs,
  emitRelationships,
} from '../../../../solution/emit/tables/index.js'
import type { Table } from '../../../../solution/model/index.js'
import { childOf, childrenOf, elementAt } from '../../../../solution/model/xml.js'
import type { XmlElement } from '../../../../solution/model/xml.js'
import { openPackage } from '../../../../solution/read/package/index.js'
import {
  otherRelationships,
  readChoice,
  readTable,
} from '../../../../solution/read/tables/index.js'
import { differences } from '../../emit/ui/compare-elements.js'
import { referenceExports } from '../../reference-exports.js'
import { again } from './again.js'

/**
 * Every way in which a table, choice or relationship of an export differs from what is emitted of
 * it. Both attributes have no meaning with these values: exports of one choice write them for some
 * options and not for others.
 */
const explained = [
  /(option|state|status)@ExternalValue is ('' instead of nothing|nothing instead of '')$/,
  /(option|state|status)@IsHidden is nothing instead of '0'$/,
]

/** What the zips beside the project are known to hold: tables, of these listed only, columns. */
const contents: Readonly<Record<string, readonly [number, number, number]>> = {
  'govcdm_core_1_0_1_0_managed.zip': [25, 2, 132],
  'govcdm_core_1_0_1_0_unmanaged.zip': [25, 2, 132],
  'canvas_calendar.xml-only.zip': [2, 0, 11],
  'grants_management.xml-only.zip': [4, 0, 40],
  'software_asset_manager.xml-only.zip': [7, 2, 50],
  'transcript_playback.xml-only.zip': [3, 0, 27],
  'upsert_sample.xml-only.zip': [1, 0, 7],
}

const nameOf = ({ attributes }: XmlElement) => attributes['Name'] ?? ''

/** What nothing explains of how the emitted element differs, after the element's name. */
function unexplained(original: XmlElement, emitted: XmlElement | undefined): readonly string[] {
  const found = emitted ? differences(original, emitted) : ['is lost']
  return found
    .filter((one) => !explained.some((pattern) => pattern.test(one)))
    .map((one) => `${nameOf(original)}: ${one}`)
}

async function readExport(path: string) {
  const { customizations } = await openPackage(path)
  const relationships = childrenOf(childOf(customizations, 'EntityRelationships'))
  const optionsets = childrenOf(childOf(customizations, 'optionsets'))
  const entities = childrenOf(childOf(customizations, 'Entities')).flatMap(
    (entity) => elementAt(entity, 'EntityInfo', 'entity') ?? [],
  )
  const images = ['EntityImageConfigs', 'AttributeImageConfigs'].flatMap(
    (name) => childOf(customizations, name) ?? [],
  )
  const choices = optionsets.map(readChoice)
  const tables = entities.map((entity) =>
    readTable(entity, relationships, choices, childrenOf(images[1])),
  )
  return { relationships, optionsets, entities, images, choices, tables }
}

const componentOf = (table: Table) => ({
  table,
  include: table.listed ? ('listed' as const) : ('all' as const),
})

describe('Tables of real exports', () => {
  if (referenceExports.length === 0) {
    it('are not at hand', () => pending('no reference exports beside the project'))
  }

  for (const path of referenceExports) {
    describe(basename(path), () => {
      let read: Awaited<ReturnType<typeof readExport>>
      beforeAll(async () => (read = await readExport(path)))

      it('are all read, with all columns', () => {
        const { tables } = read
        const columns = tables.flatMap((table) => Object.values(table.columns))
        const known = contents[basename(path)]
        const found = [tables.length, tables.filter(({ listed }) => listed).length, columns.length]
        if (known) expect(found).toEqual([...known])
        expect(tables.length).toBe(read.entities.length)
      })

      it('are emitted as they were, element by element', () => {
        const { tables, entities } = read
        const found = entities.flatMap((entity, at) => {
          const table = tables[at]
          return unexplained(entity, table && emitEntity(table, tables))
        })
        expect(found).toEqual([])
      })

      it('keep their relationships, element by element and in their order', () => {
        const { tables, relationships } = read
        const emitted = emitRelationships(tables.map(componentOf), tables)
        const all = new Map(
          [...emitted, ...otherRelationships(relationships, tables)].map((one) => [
            nameOf(one),
            one,
          ]),
        )
        expect(all.size).toBe(relationships.length)
        const found = relationships.flatMap((one) => unexplained(one, all.get(nameOf(one))))
        expect(found).toEqual([])
        const names = new Set(emitted.map(nameOf))
        expect(emitted.map(nameOf)).toEqual(
          relationships.map(nameOf).filter((name) => names.has(name)),
        )
      })

      it('keep their choices and images', () => {
        const { tables, choices, optionsets, images } = read
        const found = optionsets.flatMap((optionset, at) => {
          const choice = choices[at]
          return unexplained(optionset, choice && emitChoice(choice))
        })
        expect(found).toEqual([])
        expect(emitImageConfigs(tables)).toEqual(images)
      })

      it('are the same when they are emitted and read again', () => {
        const { tables, choices } = read
        expect(again(tables, choices)).toEqual([...tables])
      })
    })
  }
})

describe("Five tables of Microsoft's Core", () => {
  const core = referenceExports.find((path) => basename(path).endsWith('_unmanaged.zip'))
  const names = [
    'govcdm_clearancelevel',
    'govcdm_country',
    'govcdm_stateorprovince',
    'govcdm_ComplianceRequirement',
    'govcdm_SignatureApproval',
  ]

  it('are equal to what is emitted of them', async () => {
    if (!core) {
      pending('no export of Core beside the project')
      return
    }
    const { entities, tables, relationships } = await readExport(core)
    const emitted = emitRelationships(tables.map(componentOf), tables)
    for (const name of names) {
      const at = entities.findIndex((entity) => nameOf(entity) === name)
      const [entity, table] = [entities[at], tables[at]]
      if (!entity || !table) throw new Error(`Core has no table ${name}.`)
      expect(emitEntity(table, tables)).toEqual(entity)
      const of = (list: readonly XmlElement[]) =>
        list.filter((one) => childOf(one, 'ReferencingEntityName')?.text === name)
      expect(of(emitted)).toEqual(of(relationships))
    }
  })
})
