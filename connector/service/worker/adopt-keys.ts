import {
  filter,
  isConcurrencyConflict,
  isDuplicateKey,
  query,
  update,
} from '../../dataverse/index.js'
import type { Operation, Page, StoredRow } from '../../dataverse/index.js'
import { identifierHash } from '../../engine/index.js'
import { integrationIdentifier } from '../../../solution/tables/index.js'
import type { WorkerContext } from './worker-context.js'

type UnhashedRow = StoredRow<
  typeof integrationIdentifier,
  'sourceSystemKey' | 'targetTable' | 'externalKey'
>

/** Identifiers of these tables that were made by hand and have no key hash yet. */
export function unhashedQuery(tables: readonly string[]): Operation<Page<UnhashedRow>> {
  const identifiers = filter(integrationIdentifier)
  return query(integrationIdentifier, {
    select: ['sourceSystemKey', 'targetTable', 'externalKey'],
    filter: identifiers.and(
      identifiers.isNull('keyHash'),
      identifiers.in('targetTable', tables),
      identifiers.eq('state', 'active'),
    ),
    orderBy: ['id asc'],
    top: 1_000,
  })
}

/**
 * Gives identifiers made by hand their key hash, so that look-ups find them; their ids stay. A twin
 * of an identifier that is there already is reported and left as it is.
 */
export async function adoptKeys(
  { client, log }: WorkerContext,
  rows: readonly UnhashedRow[],
): Promise<void> {
  if (rows.length === 0) return
  const outcomes = await client.batch(
    rows.map((row) =>
      update(
        integrationIdentifier,
        row.id,
        { keyHash: identifierHash(row) },
        { ifMatch: row.etag },
      ),
    ),
    { continueOnError: true, repeatable: true },
  )
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.ok) continue
    const row = rows[index]
    if (isDuplicateKey(outcome.error)) {
      log.warn(
        { identifierId: row?.id, externalKey: row?.externalKey, targetTable: row?.targetTable },
        'Identifier has a twin with the same source system, table and external key; not merged',
      )
    } else if (!isConcurrencyConflict(outcome.error)) {
      log.warn({ identifierId: row?.id, err: outcome.error }, 'Identifier could not be adopted')
    }
  }
}
