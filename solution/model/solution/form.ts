import type { XmlElement } from '../xml.js'
import type { ControlBinding, SubgridSource } from './control-binding.js'

/**
 * A form. Ids are lower-case GUIDs without braces. `settings` of a part: the platform's attributes
 * of its element that this model has no word for, where they deviate from those of ui-settings.ts;
 * an empty one leaves an attribute of the standard out. `rest` of a part: children of its element
 * that this model has no word for, as read.
 */
export interface Form {
  readonly id: string
  readonly type: FormType
  readonly name: string
  readonly description?: string
  readonly tabs: readonly FormTab[]
  readonly header?: FormStrip
  readonly footer?: FormStrip
  /** Absent: the platform's rule for the type. */
  readonly display?: FormDisplay
  /** Elements of `systemform` and attributes of `form`. */
  readonly settings?: Readonly<Record<string, string>>
  /** Events, navigation, controls bound in a way that `ControlBinding` cannot say. */
  readonly rest?: readonly XmlElement[]
}

/** The types that a table's forms have; the platform's own tables have the latter ones. */
export const formTypes = [
  'main',
  'quick',
  'card',
  'quickCreate',
  'mobile',
  'mainInteractionCentric',
  'preview',
  'dialog',
  'taskBasedForm',
  'appointmentBook',
  'minicampaignbo',
  'other',
] as const

export type FormType = (typeof formTypes)[number]

/** Who is offered a form, and where it stands among those of its type. */
export interface FormDisplay {
  readonly order: number
  /** Whether it is for those whom no other form is for. */
  readonly fallback: boolean
  /** Role ids. Without any: whom the platform lets by itself. */
  readonly to: 'everyone' | readonly string[]
}

export interface FormTab {
  readonly id: string
  readonly name?: string
  readonly label: string
  readonly columns: readonly FormColumn[]
  readonly settings?: Readonly<Record<string, string>>
  readonly rest?: readonly XmlElement[]
}

export interface FormColumn {
  /** As written: `100%`. */
  readonly width: string
  readonly sections: readonly FormSection[]
}

export interface FormSection {
  readonly id: string
  readonly name?: string
  readonly label: string
  readonly rows: readonly FormRow[]
  readonly settings?: Readonly<Record<string, string>>
  readonly rest?: readonly XmlElement[]
}

/** The cells of one row; an empty list is an empty row. */
export interface FormRow {
  readonly cells: readonly FormCell[]
  readonly settings?: Readonly<Record<string, string>>
}

export interface FormCell {
  readonly id: string
  readonly label: string
  /** Absent: a spacer. */
  readonly control?: FormControl
  readonly settings?: Readonly<Record<string, string>>
  readonly rest?: readonly XmlElement[]
}

/** Header or footer: cells without sections. */
export interface FormStrip {
  readonly id: string
  readonly rows: readonly FormRow[]
  readonly settings?: Readonly<Record<string, string>>
  readonly rest?: readonly XmlElement[]
}

export type FormControl = FieldControl | SubgridControl | OtherControl

interface ControlParts {
  /** Unique in its form. */
  readonly id: string
  readonly settings?: Readonly<Record<string, string>>
  /** The control shown in the place of the stock one. */
  readonly binding?: ControlBinding
  /** Which `controlDescription` is the control's; needed where there is a binding. */
  readonly uniqueId?: string
  readonly rest?: readonly XmlElement[]
}

/** A column's field. */
export interface FieldControl extends ControlParts {
  readonly kind: 'field'
  /** Logical name. */
  readonly column: string
  /** The class id of the stock control, upper-case GUID without braces; see control-class.ts. */
  readonly classId: string
  readonly disabled?: boolean
  /** Parts of `parameters` as read. */
  readonly parameters?: readonly XmlElement[]
}

/** Rows of a table, related to the form's record or not. */
export interface SubgridControl extends ControlParts {
  readonly kind: 'subgrid'
  readonly source: SubgridSource
  readonly recordsPerPage: number
  /** Further parts of `parameters`, and those that deviate from the standard of subgrids. */
  readonly parameters?: readonly XmlElement[]
}

/** A control of a class that this model has no word for (web resource, quick view, timeline), as read. */
export interface OtherControl extends ControlParts {
  readonly kind: 'other'
  readonly classId: string
  readonly parameters?: readonly XmlElement[]
}

/** All cells of a form, those of header and footer last. */
export function cellsOfForm(form: Pick<Form, 'tabs' | 'header' | 'footer'>): readonly FormCell[] {
  const rows = [
    ...form.tabs.flatMap(({ columns }) =>
      columns.flatMap(({ sections }) => sections.flatMap((section) => section.rows)),
    ),
    ...(form.header?.rows ?? []),
    ...(form.footer?.rows ?? []),
  ]
  return rows.flatMap(({ cells }) => cells)
}
