import { indexOf } from '../../../../engine/configuration-index.js'
import { valueMapHash } from '../../../../engine/ids.js'
import { commitPolicy, policyQuery } from '../../../worker/configuration.js'
import { allRows } from '../../../worker/pages-of.js'
import type { Handler, OperationContext } from '../../operation-context.js'
import { listAnswer, positionOf } from '../../paging.js'
import { present } from '../../present.js'
import { byText, sortedPage } from '../../sorted-page.js'
import { mapsByHash } from './stored-maps.js'
import { heldItems } from './held-items.js'
import { waitingCodes } from './waiting-codes.js'
import type { WaitingCode } from './waiting-codes.js'

interface Query {
  readonly codeList?: string
  readonly sourceSystemKey?: string
  readonly pageSize: number
}

export const listUnmappedCodes: Handler = async (request, context) => {
  const { codeList, sourceSystemKey, pageSize } = request.query as Query
  const position = positionOf(request)
  const { items, isComplete } = await heldItems(context.client)
  const policies = await policyIndex(context)
  const wanted = waitingCodes(items, policies).filter(
    (code) =>
      (codeList === undefined || code.codeList === codeList) &&
      (sourceSystemKey === undefined || code.sourceSystemKey === sourceSystemKey),
  )
  const entries = await withoutMapped(wanted, context)
  const list = { entries: [...entries].sort(byKey), keyOf, compare: byText }
  const page = sortedPage(list, position, pageSize)
  const value = page.rows.map((code) => presentCode(code, isComplete))
  return listAnswer(value, page.next, request, context)
}

async function policyIndex({ client }: OperationContext) {
  const query = policyQuery()
  const rows = await allRows(client, query, await client.send(query))
  return indexOf({ policies: rows.map(commitPolicy), valueMaps: [] })
}

/** The codes that still have no map: of the source system itself, or of any source. */
async function withoutMapped(
  codes: readonly WaitingCode[],
  { client }: OperationContext,
): Promise<readonly WaitingCode[]> {
  const hashes = codes.map((code) => [
    valueMapHash(code),
    valueMapHash({ ...code, sourceSystemKey: '' }),
  ])
  const known = await mapsByHash(client, new Set(hashes.flat()))
  return codes.filter((_, index) => !hashes[index]?.some((hash) => known.has(hash)))
}

function keyOf({ codeList, sourceSystemKey, sourceCode }: WaitingCode): string {
  return JSON.stringify([codeList, sourceSystemKey, sourceCode])
}

function byKey(a: WaitingCode, b: WaitingCode): number {
  return byText(keyOf(a), keyOf(b))
}

function presentCode({ example, count, ...code }: WaitingCode, isComplete: boolean): object {
  return present({
    codeList: code.codeList,
    sourceSystemKey: code.sourceSystemKey,
    sourceCode: code.sourceCode,
    waitingItems: count,
    isCountComplete: isComplete,
    exampleItemId: example.id,
    exampleJobId: example.jobId,
    targetTable: example.targetTable,
    fieldName: example.fieldName,
    externalKey: example.externalKey,
  })
}
