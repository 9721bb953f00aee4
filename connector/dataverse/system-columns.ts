import type { Table } from '../../solution/model/index.js'
import { choice, dateTime, lookup } from '../../solution/model/index.js'
import type { RowOf } from '../../solution/model/index.js'

/** Columns that the platform fills in every row. They can be selected and filtered, not written. */
export const systemColumns = {
  createdOn: dateTime('CreatedOn', 'Created On'),
  createdBy: lookup('CreatedBy', 'Created By', 'systemuser'),
  modifiedOn: dateTime('ModifiedOn', 'Modified On'),
  modifiedBy: lookup('ModifiedBy', 'Modified By', 'systemuser'),
  /** Whether the row is in use. */
  state: choice('StateCode', 'Status', {
    active: { value: 0, label: 'Active' },
    inactive: { value: 1, label: 'Inactive' },
  }),
  /** Only in tables owned by users. */
  owner: lookup('OwnerId', 'Owner', ['systemuser', 'team']),
} as const

export type SystemColumnName = keyof typeof systemColumns

type SystemRow = RowOf<Table<typeof systemColumns>>

/** A column of a declared table by its property name, or one that every table has. */
export type ColumnName<T extends Table> = (keyof T['columns'] & string) | SystemColumnName

/** What one column of a stored row holds. */
export type ValueIn<T extends Table, Name> = Name extends keyof T['columns']
  ? RowOf<T>[Name]
  : Name extends SystemColumnName
    ? SystemRow[Name]
    : never

/** A row as it was read: the selected columns by property name, its id and its version. */
export type StoredRow<T extends Table, Name extends ColumnName<T> = keyof T['columns'] & string> = {
  /** GUID in lower case without braces. */
  readonly id: string
  /** Names the version that was read, for If-Match. */
  readonly etag: string
} & { readonly [N in Name]: ValueIn<T, N> }

/** Columns to write, by property name. Null empties a column, absent leaves it alone. */
export type RowChanges<T extends Table> = Partial<RowOf<T>>
