import type { HostedTable } from '../schema/index.js'
import { noSuchRow } from '../write/row-finder.js'
import { contextUrl } from './present/context-url.js'
import type { JsonValue } from './present/formatted-value.js'
import type { QueryRunner } from './query-runner.js'
import { emptyResult, jsonResult, textResult } from './read-contract.js'
import type { ReadRequest, ReadResult } from './read-contract.js'
import { jsonObject, jsonValue } from './sql/json-object.js'
import { propertyOf, RowSource } from './sql/row-source.js'
import { StatementBuilder } from './sql/statement-builder.js'
import type { CompiledStatement } from './sql/statement-builder.js'

/** One property of a row: as JSON, or as bare text where the path ends in `/$value`. */
export function readProperty(
  runner: QueryRunner,
  target: { readonly table: HostedTable; readonly id: string; readonly property: string },
  raw: boolean,
  { rootUrl, callerId }: ReadRequest,
  now: Date,
): ReadResult {
  const { table, id, property } = target
  const statement = runner.plan(`property|${table.logicalName}|${property}`, () =>
    planProperty(runner, table, property),
  )
  const row = runner.row(statement, { literals: [], now, callerId, given: { id } })
  if (!row) throw noSuchRow(table, id)
  const { value } = JSON.parse(String(row[0])) as { readonly value: JsonValue }
  if (value === null) return emptyResult()
  if (raw) return textResult(String(value), 1)
  const context = contextUrl(rootUrl, `${table.entitySetName}(${id})/${property}`)
  return jsonResult(JSON.stringify({ '@odata.context': context, value }), 1)
}

function planProperty(
  runner: QueryRunner,
  table: HostedTable,
  property: string,
): CompiledStatement {
  const source = new RowSource(new StatementBuilder(), runner.schema, table)
  const value = jsonValue(source.columnRef(propertyOf(table, property)))
  return source.builder.finish(
    `SELECT ${jsonObject([{ name: 'value', sql: value }])} FROM ${source.from} ` +
      `WHERE ${source.primaryId} = ${source.builder.bindGiven('id')}`,
  )
}
