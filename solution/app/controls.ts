import type {
  ControlBinding,
  Form,
  FormCell,
  TableComponent,
  View,
} from '../model/solution/index.js'

const ledgerTimeline = 'govcdm_DataIntegration.LedgerTimeline'
const valueMapCompare = 'govcdm_DataIntegration.ValueMapCompare'

/** The timeline of the rows that the view or subgrid shows, whatever record they are about. */
export const timelineOfView: ControlBinding = {
  control: ledgerTimeline,
  inputs: { scope: { type: 'Enum', value: 'view' } },
  dataSet: { name: 'records' },
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
