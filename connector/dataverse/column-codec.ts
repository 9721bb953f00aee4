import type { Column, Reference, Table } from '../../solution/model/index.js'
import { scalarRules } from './scalar-rules.js'
import type { Scalar } from './scalar-rules.js'
import { entitySetNameOf, navigationProperty } from './table-names.js'
import { isRecord, parseGuid, quoted } from './wire.js'
import type { WireRow } from './wire.js'

export const lookupTableAnnotation = 'Microsoft.Dynamics.CRM.lookuplogicalname'

/** Translates one column between our rows and the wire. Made once a column, used for every row. */
export interface ColumnCodec {
  readonly column: Column
  /** The name in `$select`, `$filter`, `$orderby` and in rows that are read. */
  readonly wireName: string
  /** Adds the value to a row to send. Throws a TypeError for a value the column cannot hold. */
  readonly encode: (value: unknown, into: Record<string, unknown>) => void
  /** The value of a row that was read; undefined when it is not one the column declares. */
  readonly decode: (row: WireRow) => unknown
  /** The value of a row that `encode` made; undefined when the row does not name the column. */
  readonly restore: (row: WireRow) => unknown
  /** The value as it stands in a filter or key, before percent-encoding. */
  readonly scalar: (value: unknown) => string | number | boolean
  /** Whether the scalar is written in single quotes. */
  readonly quotes: boolean
}

export function columnCodec(table: Table, column: Column): ColumnCodec {
  return column.kind === 'lookup' ? lookupCodec(table, column) : scalarCodec(column)
}

function scalarCodec(column: Column): ColumnCodec {
  const rules = scalarRules(column)
  const name = column.logicalName
  const scalar = (value: unknown): Scalar => {
    const wire = rules.toWire(value)
    if (wire === undefined) throw wrongValue(column, value, rules.takes)
    return wire
  }
  return {
    column,
    wireName: name,
    quotes: rules.quotes ?? false,
    scalar,
    encode: (value, into) => {
      into[name] = value === null ? null : scalar(value)
    },
    restore: (row) => {
      const value = row[name]
      return value === null || value === undefined ? value : rules.fromWire(value)
    },
    decode: (row) => {
      const value = row[name]
      return value === null || value === undefined ? emptyValue(column) : rules.fromWire(value)
    },
  }
}

/** Dataverse keeps no empty text apart from no text, so a required text column reads as ''. */
function emptyValue(column: Column): '' | null | undefined {
  if (!column.required) return null
  return column.kind === 'text' || column.kind === 'memo' ? '' : undefined
}

function lookupCodec(table: Table, column: Column): ColumnCodec {
  const targets = column.targets ?? []
  const [onlyTarget] = targets
  if (onlyTarget === undefined) throw new Error(`Lookup ${column.schemaName} points at no table.`)
  const wireName = `_${column.logicalName}_value`
  const tableName = `${wireName}@${lookupTableAnnotation}`
  const bindings = new Map(
    targets.map((target) => [
      target,
      {
        property: `${navigationProperty(table, column, target)}@odata.bind`,
        path: `/${entitySetNameOf(target)}(`,
      },
    ]),
  )
  const clearing = `${navigationProperty(table, column, onlyTarget)}@odata.bind`
  const takes = `a reference to ${targets.join(' or ')}`

  const reference = (value: unknown): Reference => {
    if (isRecord(value) && typeof value['table'] === 'string' && bindings.has(value['table'])) {
      return { table: value['table'], id: parseGuid(value['id']) }
    }
    throw wrongValue(column, value, takes)
  }
  return {
    column,
    wireName,
    quotes: false,
    scalar: (value) => reference(value).id,
    encode: (value, into) => {
      if (value === null) {
        into[clearing] = null
        return
      }
      const { table: target, id } = reference(value)
      const binding = bindings.get(target)
      if (binding) into[binding.property] = `${binding.path}${id})`
    },
    restore: (row) => {
      for (const [target, { property, path }] of bindings) {
        const value = row[property]
        if (value === null) return null
        if (typeof value === 'string') return { table: target, id: value.slice(path.length, -1) }
      }
      return undefined
    },
    decode: (row) => {
      const id = row[wireName]
      if (id === null || id === undefined) return column.required ? undefined : null
      if (typeof id !== 'string') return undefined
      const target = targets.length === 1 ? onlyTarget : row[tableName]
      return typeof target === 'string' ? { table: target, id: id.toLowerCase() } : undefined
    },
  }
}

function wrongValue(column: Column, value: unknown, takes: string): TypeError {
  const given = isRecord(value) ? JSON.stringify(value) : value
  return new TypeError(`Column ${column.logicalName} takes ${takes}, not ${quoted(given)}.`)
}
