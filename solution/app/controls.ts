import type { Column } from '../model/index.js'
import type {
  ControlBinding,
  Form,
  FormCell,
  TableComponent,
  View,
} from '../model/solution/index.js'

const ledgerTimeline = 'govcdm_DataIntegration.LedgerTimeline'
const valueMapCompare = 'govcdm_DataIntegration.ValueMapCompare'
const provenanceBadge = 'govcdm_DataIntegration.ProvenanceBadge'

/** The timeline of the rows that the view or subgrid shows, whatever record they are about. */
export const timelineOfView: ControlBinding = {
  control: ledgerTimeline,
  inputs: { scope: { type: 'Enum', value: 'view' } },
  dataSet: { name: 'records' },
}

/** The timeline of the form's record, which the control itself narrows its rows to. */
export const timelineOfRecord: ControlBinding = {
  control: ledgerTimeline,
  inputs: { scope: { type: 'Enum', value: 'record' } },
  dataSet: { name: 'records' },
}

/** The column's input with a badge of where its value came from. */
export function withBadge({ logicalName }: Column): ControlBinding {
  return {
    control: provenanceBadge,
    columns: { value: logicalName },
    inputs: { display: { type: 'Enum', value: 'beside' } },
  }
}

/**
 * A badge of `about` by itself, for columns that a code component cannot be bound to, such as lookups:
 * it stands in a further field of `host`, whose value it leaves alone.
 */
export function badgeOf(about: Column, host: Column): ControlBinding {
  return {
    control: provenanceBadge,
    columns: { value: host.logicalName },
    inputs: {
      display: { type: 'Enum', value: 'alone' },
      column: { type: 'SingleLine.Text', value: about.logicalName },
    },
  }
}

export const comparison: ControlBinding = {
  control: valueMapCompare,
  dataSet: { name: 'records' },
}

/**
 * The component with stock grids and fields in the place of controls that were not built, since a
 * solution that names a control it does not bring cannot be imported.
 */
export function withControls(
  component: TableComponent,
  built: ReadonlySet<string>,
): TableComponent {
  return {
    ...component,
    views: component.views.map((view) => viewWith(view, built)),
    forms: component.forms.map((form) => formWith(form, built)),
  }
}

function viewWith(view: View, built: ReadonlySet<string>): View {
  const { layout } = view
  if (!layout?.binding || built.has(layout.binding.control)) return view
  const { binding: _, ...grid } = layout
  return { ...view, layout: grid }
}

function formWith(form: Form, built: ReadonlySet<string>): Form {
  return {
    ...form,
    tabs: form.tabs.map((tab) => ({
      ...tab,
      columns: tab.columns.map((column) => ({
        ...column,
        sections: column.sections.map((section) => ({
          ...section,
          rows: section.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => cellWith(cell, built)),
          })),
        })),
      })),
    })),
  }
}

function cellWith(cell: FormCell, built: ReadonlySet<string>): FormCell {
  const { control } = cell
  if (!control?.binding || built.has(control.binding.control)) return cell
  const { binding: _, uniqueId: __, ...stock } = control
  return { ...cell, control: stock }
}
