import type {
  ChunkDecision,
  ChunkState,
  CommitPolicy,
  Configuration,
  DecisionContext,
  IdentifierState,
  ItemDecision,
  LedgerEntryState,
  RecordState,
  SyncItem,
  TargetColumn,
  TargetTable,
  ValueMap,
} from '../../../connector/engine/index.js'
import {
  decideChunk,
  identifierHash,
  identifierId,
  itemId,
  jobId,
  recordKey,
} from '../../../connector/engine/index.js'
import type { Table } from '../../../solution/model/index.js'
import { account, contact } from '../../../solution/tables/index.js'

const declared: readonly Table[] = [account, contact]

/** A declared table as the environment's metadata would describe it. */
export function targetTable(table: Table): TargetTable {
  const columns = Object.values(table.columns).map((column): TargetColumn => ({
    logicalName: column.logicalName,
    label: column.label,
    kind: column.kind,
    ...(column.maxLength === undefined ? {} : { maxLength: column.maxLength }),
    ...(column.minValue === undefined ? {} : { minValue: column.minValue }),
    ...(column.maxValue === undefined ? {} : { maxValue: column.maxValue }),
    ...(column.precision === undefined ? {} : { precision: column.precision }),
    ...(column.options === undefined ? {} : { options: Object.values(column.options) }),
    ...(column.targets === undefined
      ? {}
      : { targets: column.targets.map((target) => lookupTarget(column, target)) }),
    validForCreate: true,
    validForUpdate: true,
  }))
  return {
    logicalName: table.logicalName,
    entitySetName: table.entitySetName,
    label: table.label,
    primaryId: table.primaryId,
    columns: new Map(columns.map((column) => [column.logicalName, column])),
  }
}

function lookupTarget(column: Table['columns'][string], target: string) {
  const isOne = column.targets?.length === 1
  return {
    table: target,
    entitySetName: declared.find((table) => table.logicalName === target)?.entitySetName ?? target,
    navigationProperty: isOne ? column.schemaName : `${column.logicalName}_${target}`,
  }
}

/** Logical names of columns that specs write. */
export const name = {
  jobTitle: contact.columns.jobTitle.logicalName,
  department: contact.columns.department.logicalName,
  gender: contact.columns.genderCode.logicalName,
  company: contact.columns.parentCustomer.logicalName,
  country: contact.columns.address1Country.logicalName,
  parentAccount: account.columns.parentAccount.logicalName,
  accountName: account.columns.name.logicalName,
} as const

export const tables: ReadonlyMap<string, TargetTable> = new Map(
  declared.map((table) => [table.logicalName, targetTable(table)]),
)

export function column(table: Table, logicalName: string): TargetColumn {
  const found = tables.get(table.logicalName)?.columns.get(logicalName)
  if (!found) throw new Error(`${table.logicalName} has no column ${logicalName}.`)
  return found
}

export const day = 24 * 60 * 60_000
export const now = Date.UTC(2026, 10, 21, 10)
export const adaId = '11111111-1111-4111-8111-111111111111'
export const bobId = '22222222-2222-4222-8222-222222222222'
export const orgId = '33333333-3333-4333-8333-333333333333'
export const serviceUserId = '99999999-9999-4999-8999-999999999999'

export function policy(over: Partial<CommitPolicy> = {}): CommitPolicy {
  const { targetTable = contact.logicalName, fieldName = null } = over
  const policyName = `Policy of ${targetTable} ${fieldName ?? 'as a whole'}`
  return {
    id: `policy ${targetTable} ${fieldName ?? ''}`,
    name: policyName,
    targetTable,
    fieldName,
    authoritativeSources: [],
    commitMode: 'onIngest',
    autoCertify: false,
    staleAfterDays: null,
    codeList: null,
    unmappedCodes: 'hold',
    minimumConfidence: null,
    createMissingRecords: false,
    certificationsRequired: 1,
    ...over,
  }
}

export function valueMap(over: Partial<ValueMap> = {}): ValueMap {
  const { sourceSystemKey = 'HRIS', codeList = 'Country', sourceCode = 'USA' } = over
  return {
    id: `map ${sourceSystemKey} ${codeList} ${sourceCode}`,
    sourceSystemKey,
    codeList,
    sourceCode,
    canonicalCodeValue: 'US',
    confidence: 1,
    ...over,
  }
}

export interface ContextOptions {
  readonly source?: string
  readonly policies?: readonly CommitPolicy[]
  readonly valueMaps?: readonly ValueMap[]
  readonly now?: number
  readonly submitted?: number
  readonly run?: string
  readonly tables?: ReadonlyMap<string, TargetTable>
}

/** One job of HRIS under one policy: everybody may write contacts at once. */
export function context(options: ContextOptions = {}): DecisionContext {
  const { source = 'HRIS', policies = [policy()], valueMaps = [], run = 'run-1' } = options
  const configuration: Configuration = { policies, valueMaps }
  const clock = options.now ?? now
  return {
    job: {
      id: jobId(source, run),
      sourceSystemKey: source,
      submitted: options.submitted ?? clock - 60_000,
    },
    now: clock,
    serviceUserId,
    configuration,
    tables: options.tables ?? tables,
  }
}

export interface ItemOptions {
  readonly sequence?: number
  readonly targetTable?: string
  readonly externalKey?: string | null
  readonly targetId?: string | null
  readonly codeList?: string | null
  readonly occurred?: number
  readonly isRow?: boolean
}

/** An item of the job with this content; by default of HRIS key E-1, which is Ada. */
export function item(
  { job }: DecisionContext,
  content: SyncItem['content'],
  options: ItemOptions = {},
): SyncItem {
  const { sequence = 0 } = options
  return {
    id: itemId(job.id, job.submitted, sequence),
    sequence,
    targetTable: options.targetTable ?? contact.logicalName,
    externalKey: options.externalKey === undefined ? 'E-1' : options.externalKey,
    targetId: options.targetId ?? null,
    codeList: options.codeList ?? null,
    occurred: options.occurred ?? job.submitted,
    content,
    isRow: options.isRow ?? false,
  }
}

export const field = (fieldName: string, value: string | null): SyncItem['content'] => ({
  kind: 'field',
  fieldName,
  value,
})

export const wholeRecord = (
  fields: Readonly<Record<string, string | number | boolean | null>>,
): SyncItem['content'] => ({ kind: 'record', fields })

export const relation = (
  fieldName: string,
  relatedExternalKey: string | null,
  relatedTable: string | null = null,
  relatedSourceSystemKey = 'HRIS',
): SyncItem['content'] => ({
  kind: 'relationship',
  fieldName,
  relatedTable,
  relatedSourceSystemKey,
  relatedExternalKey,
})

let entryCount = 0

/** An entry as the store has it: by default Ada's job title from HRIS, applied yesterday. */
export function entry(over: Partial<LedgerEntryState> = {}): LedgerEntryState {
  entryCount += 1
  return {
    id: `entry ${String(entryCount)}`,
    aspectKey: name.jobTitle,
    sourceSystemKey: 'HRIS',
    status: 'pending',
    value: 'Engineer',
    previousValue: null,
    observed: now - day,
    appliedOn: now - day,
    supersededOn: null,
    latest: true,
    lastConfirmed: null,
    staleOn: null,
    certifiedByHand: false,
    chainSequence: entryCount,
    ...over,
  }
}

export const heldEntry = (over: Partial<LedgerEntryState> = {}): LedgerEntryState =>
  entry({ appliedOn: null, ...over })

export function record(over: Partial<RecordState> = {}): RecordState {
  return {
    targetTable: contact.logicalName,
    targetId: adaId,
    exists: true,
    etag: 'W/"1"',
    values: {},
    entries: [],
    ...over,
  }
}

export interface KnownKey {
  readonly externalKey: string
  readonly targetId: string
  readonly sourceSystemKey?: string
  readonly targetTable?: string
  readonly lastSeen?: number | null
}

/** The store before a chunk: these records, and these keys in the crosswalk. */
export function state(
  records: readonly RecordState[] = [record()],
  keys: readonly KnownKey[] = [{ externalKey: 'E-1', targetId: adaId }],
): ChunkState {
  const identifiers = keys.map((known): [string, IdentifierState] => {
    const { sourceSystemKey = 'HRIS', targetTable = contact.logicalName, externalKey } = known
    const key = { sourceSystemKey, targetTable, externalKey }
    const lastSeen = known.lastSeen === undefined ? now : known.lastSeen
    return [identifierHash(key), { id: identifierId(key), targetId: known.targetId, lastSeen }]
  })
  return {
    identifiers: new Map(identifiers),
    records: new Map(records.map((one) => [recordKey(one.targetTable, one.targetId), one])),
  }
}

/** Ada with a job title, and the ledger entries of it. */
export const ada = (jobTitle: string | null, ...entries: LedgerEntryState[]): ChunkState =>
  state([record({ values: { [name.jobTitle]: jobTitle }, entries })])

/** Decides one job title of Ada's. */
export function decideTitle(
  store: ChunkState,
  value: string | null,
  options: ContextOptions & { readonly occurred?: number } = {},
): ItemDecision & { readonly plan: ChunkDecision['plan'] } {
  const job = context(options)
  const source = options.source ?? 'HRIS'
  const place = source === 'HRIS' ? {} : { externalKey: null, targetId: adaId }
  const { occurred } = options
  const one = item(job, field(name.jobTitle, value), {
    ...place,
    ...(occurred === undefined ? {} : { occurred }),
  })
  return only(decideChunk(job, store, [one]))
}

/** The one decision of a chunk, with the chunk's plan. */
export function only({
  decisions,
  plan,
}: ChunkDecision): ItemDecision & { readonly plan: ChunkDecision['plan'] } {
  const [decision] = decisions
  if (!decision || decisions.length !== 1) throw new Error('The chunk has not exactly one item.')
  return { ...decision, plan }
}

/** What a steward or an administrator sees of decisions. */
export const outcomes = ({ decisions }: ChunkDecision): string[] =>
  decisions.map(({ status, reason }) => `${status}: ${reason}`)
