import type { HostedColumn, HostedTable } from '../schema/index.js'

/**
 * What one kind of row in an answer consists of; by it a row's annotations are made. Where
 * annotations are wanted, SQLite adds members for them whose names start with `~`.
 */
export interface RowShape {
  readonly table: HostedTable
  readonly fields: readonly RowField[]
  readonly expanded: readonly ExpandedShape[]
}

export interface RowField {
  readonly property: string
  readonly column: HostedColumn
}

export interface ExpandedShape {
  readonly property: string
  readonly collection: boolean
  /** Several where the property leads to several tables, as an owner does. */
  readonly rows: readonly RowShape[]
}

/** The member with the logical name of the table that a lookup points at. */
export function targetMember(property: string): string {
  return `~table:${property}`
}

/** The member with the primary name of the row that a lookup points at. */
export function nameMember(property: string): string {
  return `~name:${property}`
}
