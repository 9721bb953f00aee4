import type { Table } from '../../model/index.js'
import type { ComponentReference, Form, Requirement } from '../../model/solution/index.js'
import { cellsOfForm } from '../../model/solution/index.js'
import { country, integrationLedger, stateOrProvince } from '../../tables/index.js'
import { coreSolution, mainSolution } from '../publisher.js'
import { ledgerViews } from '../views/index.js'
import { exampleApp, exampleIcons, exampleLedgerTables, exampleRoles } from './example-app.js'

type Owned = readonly [table: Table, form: Form]

/** What of other solutions the example's forms and app need. */
export function exampleRequirements(forms: readonly Owned[]): readonly Requirement[] {
  return [...forms.flatMap(formRequirements), ...appRequirements()]
}

function formRequirements([table, form]: Owned): readonly Requirement[] {
  const dependent: ComponentReference = {
    type: '60',
    id: form.id,
    displayName: form.name,
    parentSchemaName: table.logicalName,
    parentDisplayName: table.label,
  }
  const controls = cellsOfForm(form).flatMap(({ control }) => (control ? [control] : []))
  const bound = new Set(controls.flatMap(({ binding }) => (binding ? [binding.control] : [])))
  const showsLedger = controls.some(
    (control) => control.kind === 'subgrid' && control.source.viewId === ledgerViews.timeline.id,
  )
  return [
    { required: tableReference(table, coreSolution), dependent },
    ...(showsLedger
      ? [
          { required: tableReference(integrationLedger, mainSolution), dependent },
          { required: timelineView, dependent },
        ]
      : []),
    ...[...bound].map((name) => ({
      required: { type: '66', schemaName: name, displayName: name, solution: mainSolution },
      dependent,
    })),
  ]
}

function appRequirements(): readonly Requirement[] {
  const app = { type: '80', schemaName: exampleApp.uniqueName, displayName: exampleApp.name }
  const siteMap = { type: '62', schemaName: exampleApp.siteMap.uniqueName }
  const own = new Set(exampleIcons.map(({ name }) => name))
  const icons = exampleApp.siteMap.areas
    .flatMap(({ groups }) => groups.flatMap(({ subAreas }) => subAreas))
    .flatMap(({ icon }) => (icon === undefined || own.has(icon) ? [] : [icon]))
  return [
    ...[country, stateOrProvince].map((table) => tableReference(table, coreSolution)),
    ...exampleLedgerTables.map((table) => tableReference(table, mainSolution)),
    ...exampleRoles.map(({ id, name }) => ({
      type: '20',
      id,
      displayName: name,
      solution: mainSolution,
    })),
  ]
    .map((required): Requirement => ({ required, dependent: app }))
    .concat(
      [...new Set(icons)].map((name) => ({
        required: { type: '61', schemaName: name, displayName: name, solution: mainSolution },
        dependent: siteMap,
      })),
    )
}

const timelineView = {
  type: '26',
  id: ledgerViews.timeline.id,
  schemaName: ledgerViews.timeline.name,
  displayName: ledgerViews.timeline.name,
  parentSchemaName: integrationLedger.logicalName,
  parentDisplayName: integrationLedger.label,
  solution: mainSolution,
}

function tableReference({ logicalName, label }: Table, solution: string): Requirement['required'] {
  return { type: '1', schemaName: logicalName, displayName: label, solution }
}
