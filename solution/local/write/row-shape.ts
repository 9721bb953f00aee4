import { payloadError } from './payload-error.js'
import type { HostedTable } from '../schema/index.js'
import type { InsertPlan } from './insert-plan.js'
import type { RowProperties, RowProperty } from './row-property.js'
import type { WriteSession } from './session.js'
import type { SqlValue } from './value-reader.js'
import type { UpdatePlan } from './update-plan.js'

/** A JSON object; `JSON.parse` makes nothing else of `{...}`. */
export type JsonRow = Readonly<Record<string, unknown>>

/** A row read into the values of its shape's columns. */
export interface ReadRow {
  readonly shape: RowShape
  readonly values: SqlValue[]
}

/**
 * The property names of a row, in their order, as one node of a tree: each node adds a property to
 * its parent's. Rows of a bulk request nearly all have one shape, so what depends only on names
 * (readers, statements) is worked out once for thousands of rows.
 */
export class RowShape {
  readonly next = new Map<string, RowShape>()
  insert: InsertPlan | undefined
  update: UpdatePlan | undefined

  constructor(
    readonly property: RowProperty | undefined,
    /** SQLite columns, in the order of the values. */
    readonly columns: readonly string[],
  ) {}
}

/** Clients choose the shapes, so the tree is dropped when it has grown to this many nodes. */
const mostShapes = 2_000

export class RowReader {
  readonly #table: HostedTable
  readonly #properties: RowProperties
  #root = new RowShape(undefined, [])
  #size = 0

  constructor(table: HostedTable, properties: RowProperties) {
    this.#table = table
    this.#properties = properties
  }

  /** Throws a `DataverseError` for a property the table has not or a value it cannot take. */
  read(row: JsonRow, session: WriteSession): ReadRow {
    const values: SqlValue[] = []
    let shape = this.#root
    for (const name in row) {
      shape = shape.next.get(name) ?? this.#extend(shape, name)
      shape.property?.read(row[name], values, session)
    }
    return { shape, values }
  }

  #extend(shape: RowShape, name: string): RowShape {
    const property = this.#properties.property(name)
    const twice = property.columns.find((column) => shape.columns.includes(column))
    if (twice !== undefined) {
      throw payloadError(this.#table, `'${name}' gives '${twice}' a value for the second time.`)
    }
    if (this.#size >= mostShapes) {
      this.#root = new RowShape(undefined, [])
      this.#size = 0
    }
    const longer = new RowShape(property, [...shape.columns, ...property.columns])
    shape.next.set(name, longer)
    this.#size += 1
    return longer
  }
}
