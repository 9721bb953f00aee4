import { systemColumn } from '../schema/index.js'
import type { HostedSchema, HostedTable } from '../schema/index.js'
import { quoted } from '../store/index.js'
import type { RowQuery } from './row-query.js'
import type { RowShape } from './row-shape.js'
import { sqlText } from './sql/json-object.js'
import { compileRow } from './sql/row-compiler.js'
import { RowSource } from './sql/row-source.js'
import { StatementBuilder } from './sql/statement-builder.js'
import type { CompiledStatement } from './sql/statement-builder.js'

/** The statements that read what changed in a table; versions grow with every write. */
export interface ChangePlan {
  /** Rows written after version `since`: JSON text, version, id. */
  readonly changed: CompiledStatement
  /** Ids of rows deleted after it that were not made again: id, version, id. */
  readonly deleted: CompiledStatement
  readonly count: CompiledStatement
  readonly shape: RowShape
}

/**
 * Both lists are ordered by version and id, go up to version `until`, start after
 * (`afterVersion`, `afterId`) and hold at most `limit` rows.
 */
export function planChanges(
  schema: HostedSchema,
  table: HostedTable,
  query: RowQuery,
  annotated: boolean,
): ChangePlan {
  const source = new RowSource(new StatementBuilder(), schema, table)
  const row = compileRow(source, query, annotated)
  const version = source.sql(systemColumn.versionNumber)
  const changed = `SELECT ${row.json}, ${version}, ${source.primaryId} FROM ${source.from} `
  const deleted = new StatementBuilder()
  const counted = new StatementBuilder()
  return {
    changed: source.builder.finish(changed + pageOf(source.builder, version, source.primaryId)),
    deleted: deleted.finish(
      `SELECT id, version, id FROM (${deletions(table)}) ` + pageOf(deleted, 'version', 'id'),
    ),
    count: counted.finish(countText(counted, table)),
    shape: row.shape,
  }
}

function pageOf(builder: StatementBuilder, version: string, id: string): string {
  const after = builder.bindGiven('afterVersion')
  const beyond = `(${version} > ${after} OR (${version} = ${after} AND ${id} > ${builder.bindGiven('afterId')}))`
  const until = `${version} <= ${builder.bindGiven('until')}`
  return (
    `WHERE ${version} > ${builder.bindGiven('since')} AND ${until} AND ${beyond} ` +
    `ORDER BY ${version}, ${id} LIMIT ${builder.bindGiven('limit')}`
  )
}

/** The last deletion of each id that the table does not hold now. */
function deletions({ logicalName, primaryId }: HostedTable): string {
  return (
    'SELECT id, MAX(versionnumber) AS version FROM "$deletions" AS d ' +
    `WHERE tablename = ${sqlText(logicalName)} AND NOT EXISTS (SELECT 1 FROM ` +
    `${quoted(logicalName)} AS t WHERE t.${quoted(primaryId)} = d.id) GROUP BY id`
  )
}

function countText(builder: StatementBuilder, table: HostedTable): string {
  const since = builder.bindGiven('since')
  return (
    `SELECT (SELECT count(*) FROM ${quoted(table.logicalName)} ` +
    `WHERE ${systemColumn.versionNumber} > ${since}) + ` +
    `(SELECT count(*) FROM (${deletions(table)}) WHERE version > ${since})`
  )
}

/** The greatest version of the table's rows and deletions. */
export function planLatestVersion({ logicalName }: HostedTable): CompiledStatement {
  return new StatementBuilder().finish(
    `SELECT max(coalesce((SELECT max(versionnumber) FROM ${quoted(logicalName)}), 0), ` +
      'coalesce((SELECT max(versionnumber) FROM "$deletions" ' +
      `WHERE tablename = ${sqlText(logicalName)}), 0))`,
  )
}
