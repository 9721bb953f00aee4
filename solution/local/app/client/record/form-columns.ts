import type { ColumnMetadata, TableMetadata } from '../../../../../controls/host/table-metadata.js'
import type { FieldControl, Form, FormCell, FormTab } from '../../../../model/solution/form.js'
import { cellsOfForm } from '../../../../model/solution/form.js'
import { isEditable, problemsOf } from './draft.js'
import type { Draft } from './draft.js'
import { isHidden } from './forms.js'

/** What there is to know of a form's fields to draw and check them. */
export interface FormTable {
  readonly form: Form
  readonly metadata: TableMetadata
  /** Whether the record is not there yet. */
  readonly isNew: boolean
  /** Whether nothing of it may be changed. */
  readonly isReadOnly: boolean
}

/** The column of a field that people may edit; undefined where they may not. */
export function editableColumn(
  { metadata, isNew, isReadOnly }: Omit<FormTable, 'form'>,
  control: FieldControl,
): ColumnMetadata | undefined {
  const column = metadata.columns.get(control.column)
  if (!column || isReadOnly || control.disabled === true) return undefined
  return isEditable(column, isNew) ? column : undefined
}

/**
 * What is wrong with a draft, by column, in the order of the form: of what was changed, and of what
 * the form shows, is required and still empty.
 */
export function formProblems(
  table: FormTable,
  draft: Draft,
  stored: (column: ColumnMetadata) => string,
): Readonly<Record<string, string>> {
  const required = fieldsOf(table.form).flatMap(
    (control): readonly (readonly [string, string])[] => {
      const column = editableColumn(table, control)
      if (!column?.required || isFilledByPlatform(column)) return []
      return [[column.logicalName, draft[column.logicalName] ?? stored(column)]]
    },
  )
  return problemsOf({ ...Object.fromEntries(required), ...draft }, table.metadata.columns)
}

/** Left empty, these are filled in by the platform. */
const isFilledByPlatform = ({ autoNumbered, type }: ColumnMetadata): boolean =>
  autoNumbered === true || type === 'Owner' || type === 'Status' || type === 'State'

/** The fields of a form that are not hidden. */
export function fieldsOf(form: Pick<Form, 'tabs' | 'header' | 'footer'>): readonly FieldControl[] {
  return cellsOfForm(form)
    .filter(({ settings }) => !isHidden(settings))
    .flatMap(({ control }) => (control?.kind === 'field' ? [control] : []))
}

/** Whether one of the cells shows the column. */
export const showsColumn = (cells: readonly FormCell[], column: string): boolean =>
  cells.some(({ control }) => control?.kind === 'field' && control.column === column)

/** The tab with the column's field; undefined where none has one. */
export function tabWith({ tabs }: Form, column: string): FormTab | undefined {
  return tabs.find((tab) => showsColumn(cellsOfForm({ tabs: [tab] }), column))
}
