import { DataverseError } from '../errors.js'
import { isLookup, navigationPropertyOf, propertyName } from '../schema/index.js'
import type { HostedColumn, HostedTable } from '../schema/index.js'
import type { Binder } from './bind.js'
import { invalidProperty, payloadError } from './payload-error.js'
import type { WriteSession } from './session.js'
import type { SqlValue } from './value-reader.js'
import { valueReader } from './value-reader.js'

/** How one property of a JSON row becomes values of SQLite columns. */
export interface RowProperty {
  /** The columns it fills, in the order `read` appends their values. Empty: it is ignored. */
  readonly columns: readonly string[]
  readonly read: (value: unknown, values: SqlValue[], session: WriteSession) => void
}

const ignored: RowProperty = { columns: [], read: () => undefined }
const bindSuffix = '@odata.bind'

/** Properties of rows that may appear in a payload of the table, made when first met. */
export class RowProperties {
  readonly #table: HostedTable
  readonly #binder: Binder
  readonly #lookupNames: ReadonlySet<string>

  constructor(table: HostedTable, binder: Binder) {
    this.#table = table
    this.#binder = binder
    this.#lookupNames = new Set([...table.columns.values()].filter(isLookup).map(propertyName))
  }

  /** Throws 400 in the platform's wording for a name that a row of the table cannot have. */
  property(name: string): RowProperty {
    if (name.endsWith(bindSuffix)) return this.#bind(name.slice(0, -bindSuffix.length))
    if (name.includes('@')) return ignored
    const column = this.#table.columns.get(name)
    if (column && !isLookup(column)) return this.#value(column)
    if (this.#lookupNames.has(name)) {
      throw payloadError(
        this.#table,
        'CRM do not support direct update of Entity Reference properties, ' +
          `Use Navigation properties instead. Property: '${name}'.`,
      )
    }
    if (this.#table.navigation.has(name)) return this.#navigation(name)
    if (column) {
      throw payloadError(
        this.#table,
        `An undeclared property '${name}' which only has property annotations in the payload but ` +
          'no property value was found in the payload. Bind its navigation property instead.',
      )
    }
    throw invalidProperty(this.#table, name)
  }

  #value(column: HostedColumn): RowProperty {
    if (!column.validForCreate && !column.validForUpdate) return ignored
    const read = valueReader(this.#table, column)
    return {
      columns: [column.logicalName],
      read: (value, values) => {
        values.push(read(value))
      },
    }
  }

  /** A navigation property without bind may only clear the lookup. */
  #navigation(name: string): RowProperty {
    const bind = this.#bind(name)
    return {
      columns: bind.columns,
      read: (value, values, session) => {
        if (value !== null) {
          throw payloadError(
            this.#table,
            `Creating a related row through '${name}' is not supported here: ` +
              `create it first, then use '${name}${bindSuffix}'.`,
          )
        }
        bind.read(value, values, session)
      },
    }
  }

  #bind(name: string): RowProperty {
    const table = this.#table
    const relationships = table.navigation.get(name)
    const column = table.columns.get(relationships?.[0]?.referencingColumn ?? '')
    if (!relationships || !column) {
      const unhosted = unhostedLookup(table, name)
      if (unhosted) return unhosted
      throw payloadError(
        table,
        `An undeclared property '${name}' which only has property annotations in the payload but ` +
          'no property value was found in the payload. In OData, only declared navigation ' +
          'properties and declared named streams can be represented as properties without values.',
      )
    }
    if (!column.validForCreate) return ignored
    const { typeColumn } = column
    const binder = this.#binder
    return {
      columns: typeColumn === undefined ? [column.logicalName] : [column.logicalName, typeColumn],
      read: (value, values, session) => {
        if (value === null && column.kind === 'owner') {
          throw payloadError(table, `Every row has an owner: '${name}' cannot be cleared.`)
        }
        const reference =
          value === null ? null : binder.resolve(table, relationships, value, session)
        values.push(reference?.id ?? null)
        if (typeColumn !== undefined) values.push(reference?.table ?? null)
      },
    }
  }
}

/** A lookup's property for a target that is not hosted: it may be cleared and not filled. */
function unhostedLookup(table: HostedTable, name: string): RowProperty | undefined {
  const lookup = [...table.columns.values()].filter(isLookup).find(({ logicalName }) => {
    return name.toLowerCase().startsWith(logicalName)
  })
  const target = lookup?.targets.find((one) => navigationPropertyOf(lookup, one) === name)
  if (!lookup || target === undefined) return undefined
  return {
    columns: [],
    read: (value) => {
      if (value === null) return
      throw new DataverseError(
        'unsupportedMessage',
        `'${lookup.logicalName}' of '${table.logicalName}' points at the table '${target}', which ` +
          'this local Web API does not host: the lookup stays empty. Host the solution that ' +
          'brings the table too.',
      )
    },
  }
}
