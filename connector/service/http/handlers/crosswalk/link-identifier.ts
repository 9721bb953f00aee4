import {
  isConcurrencyConflict,
  isDuplicateRecord,
  rawRetrieve,
  update,
  upsert,
} from '../../../../dataverse/index.js'
import { identifierHash, identifierId } from '../../../../engine/ids.js'
import type { ExternalRecordKey } from '../../../../engine/ids.js'
import { integrationIdentifier, maxLength } from '../../../../../solution/tables/index.js'
import { ApiError } from '../../errors.js'
import { present } from '../../present.js'
import type { Handler, OperationContext } from '../../operation-context.js'
import { existingTables } from '../../tables.js'
import { shorten } from '../../shorten.js'
import { presentIdentifier } from './identifier.js'
import { linkedElsewhere, storedLink } from './stored-link.js'
import type { StoredLink } from './stored-link.js'

interface Link extends ExternalRecordKey {
  readonly targetId: string
  readonly relink?: boolean
}

/** How often a link is looked at anew where somebody else writes the same key at the same time. */
const attempts = 3

export const linkIdentifier: Handler = async ({ body }, context) => {
  const given = body as Link
  const link = { ...given, targetId: given.targetId.toLowerCase() }
  await refuseMissing(link, context)
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const answer = await linked(link, context)
    if (answer) return answer
  }
  throw new ApiError('ChangedMeanwhile', { what: `Key ${shorten(link.externalKey)}` })
}

/** @throws ApiError UnknownTable, ProtectedTable, RecordNotFound. */
async function refuseMissing(
  { targetTable, targetId }: Link,
  context: OperationContext,
): Promise<void> {
  const tables = await existingTables([{ table: targetTable, path: 'targetTable' }], 1, context)
  const table = tables.get(targetTable)
  const record =
    table && (await context.client.retrieveOrNull(rawRetrieve(table, targetId, [table.primaryId])))
  if (!record) throw new ApiError('RecordNotFound', { table: targetTable, targetId })
}

/** Undefined where somebody else was faster. */
async function linked(link: Link, context: OperationContext): Promise<object | undefined> {
  const stored = await storedLink(link, context)
  const seen = new Date(context.now())
  if (!stored) {
    const row = newRow(link, seen)
    const id = identifierId(link)
    const written = upsert(integrationIdentifier, id, row, { ifNoneMatch: '*' })
    return (await isWritten(context, written)) ? answer('Linked', { ...row, id }) : undefined
  }
  const previousTargetId = stored.targetId.toLowerCase()
  const isSame = previousTargetId === link.targetId
  if (!isSame && !(link.relink ?? false)) throw linkedElsewhere(stored, link.targetId)
  if (isSame && stored.keyHash !== null) return answer('Unchanged', stored)
  const changes = { targetId: link.targetId, keyHash: identifierHash(link) }
  const written = update(integrationIdentifier, stored.id, changes, { ifMatch: stored.etag })
  if (!(await isWritten(context, written))) return undefined
  const row = { ...stored, targetId: link.targetId }
  return isSame ? answer('Unchanged', row) : answer('Relinked', row, previousTargetId)
}

type LinkRow = Omit<StoredLink, 'etag' | 'keyHash'>

function answer(outcome: string, row: LinkRow, previousTargetId?: string): object {
  return present({ outcome, identifier: presentIdentifier(row), previousTargetId })
}

function newRow({ sourceSystemKey, targetTable, externalKey, targetId }: Link, seen: Date) {
  return {
    name: `${sourceSystemKey} ${externalKey}`.slice(0, maxLength.name),
    sourceSystemKey,
    targetTable,
    externalKey,
    targetId,
    firstSeenDateTime: seen,
    lastSeenDateTime: seen,
    keyHash: identifierHash({ sourceSystemKey, targetTable, externalKey }),
  }
}

async function isWritten(
  { client }: OperationContext,
  operation: Parameters<OperationContext['client']['send']>[0],
): Promise<boolean> {
  try {
    await client.send(operation)
    return true
  } catch (error) {
    if (isConcurrencyConflict(error) || isDuplicateRecord(error)) return false
    throw error
  }
}
