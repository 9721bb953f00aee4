import type { DecisionContext, ChunkState, SyncItem } from '../../connector/engine/index.js'
import {
  identifierHash,
  identifierId,
  itemId,
  jobId,
  newRecordId,
  recordKey,
} from '../../connector/engine/index.js'
import { contact } from '../../solution/tables/index.js'
import { benchSource, contactItems, fields } from './contacts.js'

/** The arguments of one `decideChunk`. */
export interface DecisionChunk {
  readonly context: DecisionContext
  readonly state: ChunkState
  readonly items: readonly SyncItem[]
}

const submitted = Date.UTC(2026, 10, 21)
const day = 86_400_000
const job = jobId(benchSource, 'decisions')
const serviceUserId = '00000000-0000-0000-0000-000000000001'

/**
 * 4,000 field items of 1,000 records that are known and were loaded the day before. In every second
 * record each value is another one now; in the others nothing changed.
 */
export function decisionChunk(): DecisionChunk {
  const records = 1_000
  const items = contactItems(0, records, 2).map((item, sequence) => ({
    id: itemId(job, submitted, sequence),
    sequence,
    targetTable: contact.logicalName,
    externalKey: item.externalKey,
    targetId: null,
    codeList: null,
    occurred: submitted,
    content: { kind: 'field' as const, fieldName: item.fieldName, value: item.newValue },
    isRow: false,
  }))
  return { context: context(), state: state(records), items }
}

function state(records: number): ChunkState {
  const identifiers: [string, { id: string; targetId: string; lastSeen: number }][] = []
  const known: [string, ChunkState['records'] extends ReadonlyMap<string, infer R> ? R : never][] =
    []
  for (let record = 0; record < records; record += 1) {
    const items = contactItems(record, 1, record % 2 === 0 ? 2 : 1)
    const externalKey = items[0]?.externalKey ?? ''
    const key = { sourceSystemKey: benchSource, targetTable: contact.logicalName, externalKey }
    const targetId = newRecordId(key)
    identifiers.push([
      identifierHash(key),
      { id: identifierId(key), targetId, lastSeen: submitted - day },
    ])
    const entries = items.map(({ fieldName, newValue }) => ({
      id: itemId(job, submitted - day, record),
      aspectKey: fieldName,
      sourceSystemKey: benchSource,
      status: 'pending' as const,
      value: newValue,
      previousValue: null,
      observed: submitted - day,
      appliedOn: submitted - day,
      supersededOn: null,
      latest: true,
      lastConfirmed: submitted - day,
      staleOn: null,
      certifiedByHand: false,
      chainSequence: record + 1,
    }))
    known.push([
      recordKey(contact.logicalName, targetId),
      {
        targetTable: contact.logicalName,
        targetId,
        exists: true,
        etag: 'W/"1"',
        values: Object.fromEntries(items.map(({ fieldName, newValue }) => [fieldName, newValue])),
        entries,
      },
    ])
  }
  return { identifiers: new Map(identifiers), records: new Map(known) }
}

function context(): DecisionContext {
  const columns = fields.map((logicalName) => ({
    logicalName,
    label: logicalName,
    kind: 'text' as const,
    maxLength: 100,
    validForCreate: true,
    validForUpdate: true,
  }))
  return {
    job: { id: job, sourceSystemKey: benchSource, submitted },
    now: submitted,
    serviceUserId,
    configuration: {
      policies: [
        {
          id: jobId(benchSource, 'policy'),
          name: contact.logicalName,
          targetTable: contact.logicalName,
          fieldName: null,
          authoritativeSources: [benchSource],
          commitMode: 'onIngest',
          autoCertify: false,
          staleAfterDays: null,
          codeList: null,
          unmappedCodes: 'hold',
          minimumConfidence: null,
          createMissingRecords: true,
          certificationsRequired: 1,
        },
      ],
      valueMaps: [],
    },
    tables: new Map([
      [
        contact.logicalName,
        {
          logicalName: contact.logicalName,
          entitySetName: contact.entitySetName,
          label: contact.label,
          primaryId: contact.primaryId,
          columns: new Map(columns.map((column) => [column.logicalName, column])),
        },
      ],
    ]),
  }
}
