import { chunksForIn, filter, query } from '../../dataverse/index.js'
import type { DataverseClient } from '../../dataverse/index.js'
import { recordKey } from '../../engine/index.js'
import type { CommitPolicy, Configuration } from '../../engine/index.js'
import { outboundRecords } from '../../engine/write-back/index.js'
import type { OutboundContext, SettledChange, SourceKey } from '../../engine/write-back/index.js'
import { integrationIdentifier } from '../../../solution/tables/index.js'
import { mapsOfCodeLists } from '../worker/configuration.js'
import { pagesOf } from '../worker/pages-of.js'

const identifiers = filter(integrationIdentifier)

/** Reads what offering some changes rests on: who knows the records, and every source's codes. */
export async function readOutboundContext(
  client: DataverseClient,
  policies: readonly CommitPolicy[],
  changes: readonly SettledChange[],
): Promise<OutboundContext> {
  return {
    configuration: await withMaps(client, policies),
    sourceKeys: await readSourceKeys(client, changes),
  }
}

async function withMaps(
  client: DataverseClient,
  policies: readonly CommitPolicy[],
): Promise<Configuration> {
  const codeLists = policies.flatMap(({ codeList, writeBack }) =>
    writeBack === true && codeList !== null ? [codeList] : [],
  )
  return { policies, valueMaps: await mapsOfCodeLists(client, [...new Set(codeLists)]) }
}

async function readSourceKeys(
  client: DataverseClient,
  changes: readonly SettledChange[],
): Promise<ReadonlyMap<string, readonly SourceKey[]>> {
  const wanted = new Map<string, Set<string>>()
  for (const { targetTable, targetId } of changes.flatMap(outboundRecords)) {
    const ids = wanted.get(targetTable) ?? new Set()
    wanted.set(targetTable, ids.add(targetId))
  }
  const queries = [...wanted].flatMap(([targetTable, ids]) =>
    chunksForIn([...ids], 'hash').map((group) =>
      query(integrationIdentifier, {
        select: ['sourceSystemKey', 'externalKey', 'targetTable', 'targetId'],
        filter: identifiers.and(
          identifiers.in('targetId', group),
          identifiers.eq('targetTable', targetTable),
          identifiers.eq('state', 'active'),
        ),
        orderBy: ['id asc'],
      }),
    ),
  )
  const keys = new Map<string, SourceKey[]>()
  for (const row of (await pagesOf(client, queries)).flat()) {
    const key = recordKey(row.targetTable, row.targetId.toLowerCase())
    const others = keys.get(key)
    if (others) others.push(row)
    else keys.set(key, [row])
  }
  return keys
}
