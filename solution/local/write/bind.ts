import { parseResourcePath } from '../query/resource-path.js'
import type { ResourceKey } from '../query/resource-path.js'
import type { HostedRelationship, HostedSchema, HostedTable } from '../schema/index.js'
import type { KnownRows } from '../store/index.js'
import { payloadError, shortened } from './payload-error.js'
import type { RowFinder } from './row-finder.js'
import type { RowReference, WriteSession } from './session.js'

const plainBind = /^\/?(\w+)\(([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\)$/
const serviceRoot = /^(?:https?:\/\/[^/]+)?\/api\/data\/v9\.\d+\//i
const contentId = /^\/?\$([^/()]+)$/

/** Follows `@odata.bind` values and `$ref` addresses to the rows they name. */
export class Binder {
  readonly #schema: HostedSchema
  readonly #finder: RowFinder
  readonly #knownRows: KnownRows

  constructor(schema: HostedSchema, finder: RowFinder, knownRows: KnownRows) {
    this.#schema = schema
    this.#finder = finder
    this.#knownRows = knownRows
  }

  /**
   * The row that `uri` names: `/set(guid)`, `set(guid)`, a whole URL, `/set(key='x')`, or `$1` for
   * the row of an earlier operation of the change set. It must exist, and in a table that one of
   * the relationships points at; throws a `DataverseError` otherwise.
   */
  resolve(
    table: HostedTable,
    relationships: readonly HostedRelationship[],
    uri: unknown,
    session: WriteSession,
  ): RowReference {
    if (typeof uri !== 'string') {
      throw payloadError(table, `A bind must be a text such as '/set(id)', not ${typeof uri}.`)
    }
    const reference = session.knownBinds.get(uri) ?? this.#find(table, uri, session)
    if (!relationships.some((one) => one.referencedTable === reference.table)) {
      const expected = relationships.map((one) => one.referencedTable).join(' or ')
      const name = relationships[0]?.navigationProperty ?? ''
      throw payloadError(
        table,
        `'${shortened(uri)}' names a row of '${reference.table}', but the navigation property ` +
          `'${name}' leads to '${expected}'.`,
      )
    }
    session.knownBinds.set(uri, reference)
    return reference
  }

  /** The row of `table` that `uri` names; throws when it names none, or another table's. */
  resolveRow(table: HostedTable, uri: string, session: WriteSession): RowReference {
    const reference = this.#find(table, uri, session)
    if (reference.table === table.logicalName) return reference
    throw payloadError(
      table,
      `'${shortened(uri)}' names a row of '${reference.table}', not of '${table.logicalName}'.`,
    )
  }

  #find(table: HostedTable, uri: string, session: WriteSession): RowReference {
    const plain = plainBind.exec(uri)
    if (plain?.[1] !== undefined && plain[2] !== undefined) {
      return this.#row(table, plain[1], { kind: 'id', id: plain[2] }, session)
    }
    const id = contentId.exec(uri)?.[1]
    if (id !== undefined) {
      const earlier = session.contentIds.get(id)
      if (earlier) return earlier
      throw payloadError(table, `Content-ID Reference: '$${id}' is not of an earlier request.`)
    }
    const path = parseResourcePath(uri.replace(serviceRoot, '').replace(/^\//, ''))
    if (!path.key || path.steps.length > 0) {
      throw payloadError(table, `'${shortened(uri)}' names no row: expected '/set(id)'.`)
    }
    return this.#row(table, path.entitySet, path.key, session)
  }

  #row(
    table: HostedTable,
    entitySet: string,
    key: ResourceKey,
    session: WriteSession,
  ): RowReference {
    const target = this.#schema.byEntitySetName.get(entitySet)
    if (!target) {
      throw payloadError(table, `Resource not found for the segment '${shortened(entitySet)}'.`)
    }
    const { logicalName } = target
    if (key.kind === 'id' && this.#knownRows.has(logicalName, key.id)) {
      return { table: logicalName, id: key.id }
    }
    const id = this.#existing(target, key, session)
    this.#knownRows.add(logicalName, id)
    return { table: logicalName, id }
  }

  /** Flushes the queue only where the row is not in the store: most lookups lead to older rows. */
  #existing(target: HostedTable, key: ResourceKey, session: WriteSession): string {
    if (key.kind === 'id' && this.#finder.exists(target, key.id)) return key.id
    session.queue?.flush()
    return this.#finder.require(target, key)
  }
}
