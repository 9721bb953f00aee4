import { filter, query, upsertMultiple } from '../../dataverse/index.js'
import type { DataverseClient, Operation, Page, StoredRow } from '../../dataverse/index.js'
import { buildSnapshot, payloadId, readSnapshot } from '../../engine/index.js'
import type { CommitPolicy, Configuration, ValueMap } from '../../engine/index.js'
import {
  integrationCommitPolicy,
  integrationPayload,
  integrationValueMap,
} from '../../../solution/tables/index.js'
import { JobRefusedError } from './errors.js'
import { packText, unpackText } from './packed-text.js'
import { allRows } from './pages-of.js'

type PolicyRow = StoredRow<typeof integrationCommitPolicy>

const mapColumns = [
  'sourceSystemKey',
  'codeList',
  'sourceCode',
  'canonicalCodeValue',
  'confidence',
] as const

type MapRow = StoredRow<typeof integrationValueMap, (typeof mapColumns)[number]>

/** Every policy in use; there are few. */
export function policyQuery(): Operation<Page<PolicyRow>> {
  return query(integrationCommitPolicy, {
    filter: filter(integrationCommitPolicy).eq('state', 'active'),
    orderBy: ['id asc'],
  })
}

/** The maps of these code lists that hold for this source or for all; without a source: every map. */
function mapQuery(codeLists: readonly string[], source?: string): Operation<Page<MapRow>> {
  const maps = filter(integrationValueMap)
  return query(integrationValueMap, {
    select: mapColumns,
    filter: maps.and(
      maps.eq('state', 'active'),
      maps.in('codeList', codeLists),
      ...(source === undefined
        ? []
        : [maps.or(maps.in('sourceSystemKey', [source]), maps.isNull('sourceSystemKey'))]),
    ),
    orderBy: ['id asc'],
  })
}

/** The maps of some code lists, of every source. */
export function mapsOfCodeLists(
  client: DataverseClient,
  codeLists: readonly string[],
): Promise<readonly ValueMap[]> {
  return codeLists.length === 0 ? Promise.resolve([]) : readMaps(client, mapQuery(codeLists))
}

async function readMaps(
  client: DataverseClient,
  maps: Operation<Page<MapRow>>,
): Promise<readonly ValueMap[]> {
  const rows = await allRows(client, maps, await client.send(maps))
  return rows.map(valueMap)
}

export function commitPolicy(row: PolicyRow): CommitPolicy {
  return {
    id: row.id,
    name: row.name ?? row.id,
    targetTable: row.targetTable,
    fieldName: row.fieldName,
    authoritativeSources: (row.authoritativeSources ?? '')
      .split(';')
      .map((source) => source.trim())
      .filter((source) => source !== ''),
    commitMode: row.commitMode,
    autoCertify: row.autoCertify === 'yes',
    staleAfterDays: row.staleAfterDays === 0 ? null : row.staleAfterDays,
    codeList: row.codeList,
    unmappedCodes: row.unmappedCodes ?? 'hold',
    minimumConfidence: row.minimumConfidence,
    createMissingRecords: row.createMissingRecords ?? false,
    certificationsRequired: row.certificationsRequired === 2 ? 2 : 1,
    ...(row.writeBack === true && { writeBack: true }),
  }
}

function valueMap(row: MapRow): ValueMap {
  return {
    id: row.id,
    sourceSystemKey: row.sourceSystemKey ?? '',
    codeList: row.codeList,
    sourceCode: row.sourceCode,
    canonicalCodeValue: row.canonicalCodeValue,
    confidence: row.confidence ?? 1,
  }
}

/** The configuration that jobs of a source run under now, as far as it concerns these tables. */
export async function currentConfiguration(
  client: DataverseClient,
  policies: readonly CommitPolicy[],
  concern: {
    readonly targetTables: readonly string[]
    readonly sourceSystemKey: string
    /** Code lists that items name themselves. */
    readonly codeLists: readonly string[]
  },
): Promise<Configuration> {
  const relevant = policies.filter(
    ({ targetTable }) => targetTable === '*' || concern.targetTables.includes(targetTable),
  )
  const named = relevant.flatMap(({ codeList }) => (codeList === null ? [] : [codeList]))
  const codeLists = [...new Set([...concern.codeLists, ...named])]
  if (codeLists.length === 0) return { policies: relevant, valueMaps: [] }
  const maps = mapQuery(codeLists, concern.sourceSystemKey)
  return { policies: relevant, valueMaps: await readMaps(client, maps) }
}

export interface Snapshot {
  readonly hash: string
  /** Writes the snapshot; writing it once more changes nothing. */
  readonly operation: Operation<void>
}

/** A configuration as payload rows, one set a distinct content. */
export async function snapshotOf(configuration: Configuration): Promise<Snapshot> {
  const { text, hash } = buildSnapshot(configuration)
  const { text: packed, parts } = await packText(text)
  const contents = parts.length === 0 ? [packed] : parts
  return {
    hash,
    operation: upsertMultiple(
      integrationPayload,
      contents.map((content, part) => ({
        id: payloadId('configuration', hash, part),
        row: {
          name: `Configuration ${hash.slice(0, 12)}, part ${part + 1} of ${contents.length}`,
          payloadKind: 'configuration' as const,
          partNumber: part,
          content,
          contentHash: hash,
        },
      })),
    ),
  }
}

/**
 * The configuration that a job was claimed under.
 *
 * @throws JobRefusedError where its snapshot is missing or altered.
 */
export async function storedConfiguration(
  client: DataverseClient,
  hash: string,
): Promise<Configuration> {
  const payloads = filter(integrationPayload)
  const snapshot = query(integrationPayload, {
    select: ['partNumber', 'content'],
    filter: payloads.and(
      payloads.eq('contentHash', hash),
      payloads.eq('payloadKind', 'configuration'),
    ),
    orderBy: ['partNumber asc'],
  })
  const rows = await allRows(client, snapshot, await client.send(snapshot))
  const text = await unpackText({
    text: rows.map((row) => row.content ?? '').join(''),
    parts: [],
  })
  if (text === null || rows.length === 0) {
    throw new JobRefusedError(`The configuration snapshot ${hash} of the job is not there.`)
  }
  return readSnapshot(text)
}
