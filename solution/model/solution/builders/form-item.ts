import type { Column } from '../../column.js'
import type { Table } from '../../table.js'
import { stockClassOf } from '../control-class.js'
import type { ControlBinding } from '../control-binding.js'
import type { FieldControl, SubgridControl } from '../form.js'
import { componentId } from '../id.js'
import type { View } from '../view.js'
import { checkColumn } from './columns-of.js'
import { keyOf } from './key.js'
import { relationshipOf } from './relationship-of.js'

export type FormItem = FieldItem | SubgridItem | SpacerItem

interface FieldItem {
  readonly kind: 'field'
  readonly column: Column
  readonly label: string
  readonly readOnly: boolean
  readonly instance: number
  readonly binding: ControlBinding | undefined
}

export interface SubgridItem extends SubgridOptions {
  readonly kind: 'subgrid'
  readonly label: string
  readonly rows: number
}

/** An empty cell. */
export interface SpacerItem {
  readonly kind: 'spacer'
  readonly name: string
}

export interface SubgridOptions {
  /** The table whose rows are shown. */
  readonly table: Table
  /** One of that table's views. */
  readonly view: View
  /** The lookup of that table that points at the form's record; absent: all rows of the view. */
  readonly by?: Column
  /** How many rows high it is, which is also how many records a page has (default 10). */
  readonly rows?: number
  /** Whether people can change to another of the table's views (default: no). */
  readonly viewPicker?: boolean
  readonly binding?: ControlBinding
}

interface FieldOptions {
  /** True where only the service writes the column (default: no). */
  readonly readOnly?: boolean
  /** Default: the column's. */
  readonly label?: string
  /** For a column that the form shows again: its second field is 1, its third 2 (default: 0). */
  readonly instance?: number
  readonly binding?: ControlBinding
}

/** A column's field. */
export function field(column: Column, options: FieldOptions = {}): FormItem {
  const { readOnly = false, label = column.label, instance = 0, binding } = options
  return { kind: 'field', column, label, readOnly, instance, binding }
}

/** Columns that only the service writes. */
export function readOnly(...columns: readonly Column[]): readonly FormItem[] {
  return columns.map((column) => field(column, { readOnly: true }))
}

export const fields = (...columns: readonly Column[]): readonly FormItem[] =>
  columns.map((column) => field(column))

/** Rows of another table: those that point at the form's record, or all of a view. */
export function subgrid(label: string, options: SubgridOptions): FormItem {
  return { kind: 'subgrid', label, rows: 10, ...options }
}

export const spacer = (name: string): FormItem => ({ kind: 'spacer', name })

/** How many rows high an item is. */
export function heightOf(item: FormItem): number {
  if (item.kind === 'subgrid') return item.rows
  return item.kind === 'field' && item.column.kind === 'memo' ? 4 : 1
}

/** The control of an item on a form of the table. `place` is named when something does not fit. */
export function controlOf(
  table: Table,
  item: FieldItem | SubgridItem,
  place: string,
  prefix: string,
): FieldControl | SubgridControl {
  return item.kind === 'field'
    ? fieldControl(table, item, place, prefix)
    : subgridControl(table, item, place)
}

function fieldControl(
  table: Table,
  { column, readOnly, instance, binding }: FieldItem,
  place: string,
  prefix: string,
): FieldControl {
  checkColumn(table, column, place)
  const id = `${prefix}${column.logicalName}${instance === 0 ? '' : instance}`
  return {
    kind: 'field',
    id,
    column: column.logicalName,
    classId: classIdOf(column, place),
    ...(readOnly ? { disabled: true } : {}),
    ...bound(table, place, id, binding),
  }
}

function classIdOf(column: Column, place: string): string {
  const classId = stockClassOf(column)
  if (classId !== undefined) return classId
  throw new Error(
    `${place} shows column ${column.schemaName} of kind ${column.kind}, which forms cannot show.`,
  )
}

function subgridControl(
  formTable: Table,
  { label, table, view, by, rows, viewPicker, binding }: SubgridItem,
  place: string,
): SubgridControl {
  if (by) checkColumn(table, by, `${place}, subgrid ${label}`)
  if (view.fetch.entity.name !== table.logicalName) {
    throw new Error(
      `${place} of table ${formTable.schemaName}, subgrid ${label}, shows view ${view.name} of ` +
        `table ${view.fetch.entity.name}, expected one of ${table.logicalName}.`,
    )
  }
  const id = `subgrid_${keyOf(label).replaceAll('-', '_')}`
  return {
    kind: 'subgrid',
    id,
    source: {
      table: table.logicalName,
      viewId: view.id,
      ...(by
        ? { relationship: relationshipOf(table, by, formTable, `${place}, subgrid ${label}`) }
        : {}),
      ...(viewPicker === undefined ? {} : { viewPicker }),
    },
    recordsPerPage: rows,
    ...bound(formTable, place, id, binding),
  }
}

function bound(table: Table, place: string, id: string, binding: ControlBinding | undefined) {
  if (binding === undefined) return {}
  return { binding, uniqueId: componentId('control', table.logicalName, keyOf(place), id) }
}
