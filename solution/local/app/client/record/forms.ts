import type { Form, FormType } from '../../../../model/solution/form.js'
import type { TablePart } from '../../shape.js'

/** The forms that records of the table may open in, in their order; the first one is the usual. */
export function mainFormsOf(table: TablePart): readonly Form[] {
  return formsOf(table, 'main')
}

/** The form that records of the table open in: the first of its main forms. */
export const mainFormOf = (table: TablePart): Form | undefined => mainFormsOf(table)[0]

/** The form of the pane in which a row is made without leaving the page, where the table has one. */
export const quickCreateFormOf = (table: TablePart): Form | undefined =>
  table.quickCreate ? formsOf(table, 'quickCreate')[0] : undefined

function formsOf({ forms }: TablePart, wanted: FormType): readonly Form[] {
  const found = forms.filter(({ type }) => type === wanted)
  return [...found].sort((a, b) => (a.display?.order ?? 0) - (b.display?.order ?? 0))
}

/** Whether a part of a form is hidden, as its attribute says. */
export const isHidden = (settings: Readonly<Record<string, string>> | undefined): boolean =>
  settings?.['visible'] === 'false'

/** Whether a part's label is shown. */
export const showsLabel = (settings: Readonly<Record<string, string>> | undefined): boolean =>
  settings?.['showlabel'] !== 'false'
