import { DataverseError } from '../errors.js'
import { parseResourcePath } from '../query/resource-path.js'
import type { HostedTable } from '../schema/index.js'
import { rowOfKey } from './key-row.js'
import { payloadError } from './payload-error.js'
import type { RowWriter } from './row-writer.js'
import type { JsonRow } from './row-shape.js'
import type { WriteSession } from './session.js'

export const bulkMessages = ['CreateMultiple', 'UpdateMultiple', 'UpsertMultiple'] as const
export type BulkMessage = (typeof bulkMessages)[number]

export function isBulkMessage(name: string): name is BulkMessage {
  return bulkMessages.some((one) => one === name)
}

/**
 * Runs one bulk message. All rows are written or, when one is refused, none: the caller's
 * transaction is to be rolled back. Returns the ids in the rows' order.
 */
export function runBulk(
  message: BulkMessage,
  table: HostedTable,
  body: JsonRow,
  writer: RowWriter,
  session: WriteSession,
): readonly string[] {
  const targets = targetsOf(table, message, body)
  switch (message) {
    case 'CreateMultiple':
      return writer.table(table).createMany(targets, session)
    case 'UpdateMultiple':
      return targets.map((row) => updateOne(table, row, writer, session))
    case 'UpsertMultiple':
      return targets.map((row) => upsertOne(table, row, writer, session))
  }
}

function targetsOf(table: HostedTable, message: string, body: JsonRow): readonly JsonRow[] {
  const targets: unknown = body['Targets']
  if (!Array.isArray(targets)) {
    throw payloadError(table, `${message} needs a parameter 'Targets', a collection of rows.`)
  }
  if (targets.length === 0) {
    throw new DataverseError('invalidArgument', 'The Targets collection must not be empty.')
  }
  const type = `Microsoft.Dynamics.CRM.${table.logicalName}`
  targets.forEach((row: unknown, at) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      throw payloadError(table, `Targets[${at}] is no row.`)
    }
    const given = (row as JsonRow)['@odata.type']
    if (given === type || given === `#${type}`) return
    throw payloadError(
      table,
      given === undefined
        ? `Targets[${at}] has no '@odata.type'. Expected '${type}'.`
        : `Targets[${at}] is of type '${JSON.stringify(given)}'. Expected '${type}'.`,
    )
  })
  return targets as readonly JsonRow[]
}

function updateOne(
  table: HostedTable,
  row: JsonRow,
  writer: RowWriter,
  session: WriteSession,
): string {
  const key = addressOf(table, row)
  const id = key ? writer.finder.require(table, key) : writer.table(table).requireId(row)
  writer.table(table).update(id, row, session)
  return id
}

/** By the primary id, or by `@odata.id` naming an id or an alternate key. */
function upsertOne(
  table: HostedTable,
  row: JsonRow,
  writer: RowWriter,
  session: WriteSession,
): string {
  const rows = writer.table(table)
  const key = addressOf(table, row)
  if (key?.kind === 'alternate') {
    const match = writer.finder.matchKey(table, key.values)
    const id = writer.finder.byKey(table, match)
    if (id === undefined) {
      const keyRow = rowOfKey(writer.schema, table, match)
      refuseKeyInBody(row, keyRow)
      return rows.create({ ...row, ...keyRow }, session)
    }
    rows.update(id, row, session)
    return id
  }
  const id = key?.id ?? rows.idOf(row)
  if (id === undefined) return rows.create(row, session)
  if (!writer.finder.exists(table, id)) return rows.createWithId(id, row, session)
  rows.update(id, row, session)
  return id
}

/** On the create path the platform adds the key's values itself and stumbles over them. */
function refuseKeyInBody(row: JsonRow, keyRow: JsonRow): void {
  for (const name of Object.keys(keyRow)) {
    if (name in row) {
      throw new DataverseError(
        'unexpected',
        `An unexpected error occurred: An item with the same key has already been added. ` +
          `Key: ${name}`,
      )
    }
  }
}

function addressOf(table: HostedTable, row: JsonRow) {
  const address = row['@odata.id']
  if (address === undefined) return undefined
  if (typeof address !== 'string') throw payloadError(table, `'@odata.id' must be a text.`)
  const path = parseResourcePath(
    address.replace(/^.*\/api\/data\/v9\.\d+\//i, '').replace(/^\//, ''),
  )
  if (path.entitySet !== table.entitySetName || !path.key || path.steps.length > 0) {
    throw payloadError(table, `'@odata.id' names no row of '${table.entitySetName}': '${address}'.`)
  }
  return path.key
}
