import type { Column } from '../../../solution/model/index.js'
import { systemColumns } from '../../../solution/model/solution/builders/index.js'
import { classesOf } from '../../../solution/model/solution/index.js'
import type { Form, FormControl } from '../../../solution/model/solution/index.js'
import { columnRelationships } from '../../../solution/model/solution/relationship.js'
import { integrationLedger, ownTables } from '../../../solution/tables/index.js'
import { example, main } from './all-solutions.js'

function controlsOf({ tabs, header }: Form): readonly FormControl[] {
  const rows = [
    ...(header?.rows ?? []),
    ...tabs.flatMap(({ columns }) =>
      columns.flatMap(({ sections }) => sections.flatMap(({ rows }) => rows)),
    ),
  ]
  return rows.flatMap(({ cells }) => cells.flatMap(({ control }) => control ?? []))
}

const views = main.tables.flatMap((component) => component.views)

describe('forms', () => {
  for (const { table, forms } of [...main.tables, ...example.tables]) {
    describe(`of ${table.label}`, () => {
      const columns = new Map(
        [...Object.values<Column>(table.columns), ...Object.values(systemColumns)].map(
          (column) => [column.logicalName, column] as const,
        ),
      )

      it('show columns of the table, each in a control of its kind', () => {
        for (const control of forms.flatMap(controlsOf)) {
          if (control.kind !== 'field') continue
          const column = columns.get(control.column)
          expect(column).withContext(control.column).toBeDefined()
          if (column) expect(classesOf(column)).toContain(control.classId)
        }
      })

      it('give each control an id of its own', () => {
        for (const form of forms) {
          const ids = controlsOf(form).map(({ id }) => id)
          expect(new Set(ids).size).withContext(form.name).toBe(ids.length)
        }
      })

      it('name the record on the main form', () => {
        const controls = forms.filter(({ type }) => type === 'main').flatMap(controlsOf)

        expect(
          controls.some((one) => one.kind === 'field' && one.column === table.primaryName),
        ).toBeTrue()
      })

      it('list rows that point at the record, or let a control find them, in a view of their table', () => {
        for (const control of forms.flatMap(controlsOf)) {
          if (control.kind !== 'subgrid') continue
          const { source } = control
          const shown = ownTables.find(({ logicalName }) => logicalName === source.table)
          const relationships = Object.values<Column>(shown?.columns ?? {}).flatMap((column) =>
            shown ? columnRelationships(shown, column) : [],
          )
          expect(views.find(({ id }) => id === source.viewId)?.fetch.entity.name).toBe(source.table)
          if (source.relationship === undefined) {
            expect(control.binding?.inputs?.['scope']?.value).toBe('record')
            continue
          }
          const pointing = relationships.filter(({ target }) => target === table.logicalName)
          expect(pointing.map(({ schemaName }) => schemaName)).toContain(source.relationship)
        }
      })
    })
  }

  it('are a main, a quick and a card form a table, and a Quick Create form where it has the flag', () => {
    for (const { table, forms } of main.tables) {
      const wanted = ['main', 'quick', 'card', ...(table.quickCreate ? ['quickCreate'] : [])]
      expect(forms.map(({ type }) => type as string))
        .withContext(table.label)
        .toEqual(wanted)
      expect(table.quickCreate).toBe(table.published)
    }
  })

  it('leave only the decision and the notes of a ledger entry to people', () => {
    const [form] = main.tables.find(({ table }) => table === integrationLedger)?.forms ?? []
    const open = form
      ? controlsOf(form).flatMap((one) => (one.kind === 'field' && !one.disabled ? one.column : []))
      : []

    expect(open).toEqual([
      integrationLedger.columns.ledgerStatus.logicalName,
      integrationLedger.columns.notes.logicalName,
      systemColumns.owner.logicalName,
    ])
  })

  it('keep packed texts, secrets and hashes that prove nothing to people off the screen', () => {
    const shown = new Set(
      main.tables.flatMap(({ table, forms }) =>
        forms
          .flatMap(controlsOf)
          .flatMap((one) => (one.kind === 'field' ? `${table.logicalName}.${one.column}` : [])),
      ),
    )
    for (const hidden of [
      'govcdm_integrationsyncjob.govcdm_payload',
      'govcdm_integrationpayload.govcdm_content',
      'govcdm_integrationlane.govcdm_journal',
      'govcdm_integrationsubscription.govcdm_secrethash',
    ]) {
      expect(shown.has(hidden)).withContext(hidden).toBeFalse()
    }
  })

  it('of the example stand beside those of Core, whose tables are only listed', () => {
    expect(
      example.tables.map(({ table, include, forms }) => [
        table.logicalName,
        include,
        forms.map(({ name }) => name),
      ]),
    ).toEqual([
      ['govcdm_country', 'listed', ['Governed Data']],
      ['govcdm_stateorprovince', 'listed', ['Governed Data']],
    ])
  })
})
