import type { XmlElement } from '../xml.js'
import type { ControlBinding } from './control-binding.js'
import type { Fetch } from './fetch.js'

/** The platform's `querytype` of a view. */
export const viewType = {
  /** Chosen in the view picker. */
  public: 0,
  advancedFind: 1,
  associated: 2,
  quickFind: 4,
  lookup: 64,
  /** "My ...": offline filter template; has no layout. */
  mine: 8192,
} as const

export interface View {
  readonly id: string
  readonly name: string
  readonly description?: string
  /** A value of `viewType`, or another number that the platform knows. */
  readonly type: number
  /** The one that its type shows first. */
  readonly isDefault: boolean
  readonly canBeDeleted: boolean
  readonly fetch: Fetch
  readonly layout?: ViewLayout
  /** Elements of `savedquery` that deviate from the standard of ui-settings.ts. */
  readonly settings?: Readonly<Record<string, string>>
  /** Further elements of `savedquery` as read. */
  readonly rest?: readonly XmlElement[]
}

export interface ViewLayout {
  /** Name of the `grid` element: `resultset`, or the table's set name. */
  readonly gridName: string
  /** Name of the `row` element: `result`, or the table's logical name. */
  readonly rowName: string
  /** Logical name of the column that a row's id is read from. */
  readonly rowId: string
  /** Logical name of the column that opens the row. */
  readonly jump: string
  readonly columns: readonly ViewColumn[]
  /** The control shown in the place of the grid. */
  readonly binding?: ControlBinding
  /** Further attributes of the `grid` element: select, icon, preview. */
  readonly settings: Readonly<Record<string, string>>
  /** Further attributes of the `row` element. */
  readonly rowSettings?: Readonly<Record<string, string>>
  /** A control bound in a way that `binding` cannot say, as read. */
  readonly rest?: readonly XmlElement[]
}

export interface ViewColumn {
  /** Logical name, or `alias.name` of a linked table. */
  readonly name: string
  /** Pixels; 0 where none is written. */
  readonly width: number
  /** Further attributes of the cell. */
  readonly settings?: Readonly<Record<string, string>>
}
