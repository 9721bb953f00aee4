import type { Form } from '../../../../model/solution/form.js'
import type { TablePart } from '../../shape.js'

/** The form that records of the table open in: the first of its main forms. */
export function mainFormOf({ forms }: TablePart): Form | undefined {
  const main = forms.filter(({ type }) => type === 'main')
  return [...main].sort((a, b) => (a.display?.order ?? 0) - (b.display?.order ?? 0))[0]
}

/** Whether a part of a form is hidden, as its attribute says. */
export const isHidden = (settings: Readonly<Record<string, string>> | undefined): boolean =>
  settings?.['visible'] === 'false'

/** Whether a part's label is shown. */
export const showsLabel = (settings: Readonly<Record<string, string>> | undefined): boolean =>
  settings?.['showlabel'] !== 'false'
