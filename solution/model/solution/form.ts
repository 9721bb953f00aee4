import type { XmlElement } from '../xml.js'
import type { ControlBinding, SubgridSource } from './control-binding.js'

/**
 * A form. Ids are lower-case GUIDs without braces. `settings` of a part: the platform's attributes
 * of its element that this model has no word for, as they are written.
 */
export interface Form {
  readonly id: string
  readonly type: FormType
  readonly name: string
  readonly description?: string
  readonly tabs: readonly FormTab[]
  readonly header?: FormStrip
  readonly footer?: FormStrip
  /** Role ids that see the form; absent: the platform's rule for the type. */
  readonly roles?: readonly string[]
  readonly settings?: Readonly<Record<string, string>>
  /** Parts of the `form` element that this model has no word for (events, navigation), as read. */
  readonly rest?: readonly XmlElement[]
}

export type FormType = 'main' | 'quick' | 'card' | 'quickCreate'

export interface FormTab {
  readonly id: string
  readonly name?: string
  readonly label: string
  readonly columns: readonly FormColumn[]
  readonly settings?: Readonly<Record<string, string>>
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
}

/** Header or footer: cells without sections. */
export interface FormStrip {
  readonly id: string
  readonly rows: readonly FormRow[]
  readonly settings?: Readonly<Record<string, string>>
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
}

/** A column's field. */
export interface FieldControl extends ControlParts {
  readonly kind: 'field'
  /** Logical name. */
  readonly column: string
  /** The class id of the stock control, upper-case GUID without braces. */
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
  /** Further parts of `parameters` as read. */
  readonly parameters?: readonly XmlElement[]
}

/** A control of a class that this model has no word for (web resource, quick view, timeline), as read. */
export interface OtherControl extends ControlParts {
  readonly kind: 'other'
  readonly classId: string
  readonly parameters?: readonly XmlElement[]
}
