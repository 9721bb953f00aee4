import { rowsOfMessage } from '../../dataverse/index.js'
import type { WrittenOperation } from '../../dataverse/index.js'
import type {
  EntryChange,
  EntryWrite,
  IdentifierWrite,
  ItemWrite,
  RecordWrite,
  WritePlan,
} from '../../engine/index.js'
import type { OutboundItem } from '../../engine/write-back/index.js'
import type { Table } from '../../../solution/model/index.js'
import {
  integrationIdentifier,
  integrationLedger,
  integrationSyncItem,
} from '../../../solution/tables/index.js'

export interface ChainTail {
  readonly sequence: number
  readonly hash: string
}

/** A lane that a batch writes, and the end of the lane's chain once the batch is through. */
export interface BatchLane {
  readonly laneId: string
  readonly targetTable: string
  readonly laneNumber: number
  readonly tail: ChainTail
}

/** A record's write with its place in the order: after all records of a lower level. */
export interface LeveledRecord extends RecordWrite {
  readonly level: number
}

/**
 * One ordered `$batch` in full: every row it leaves behind, in its final state. It is kept in the
 * lanes' journal until it is through, so that whoever takes the lanes over finishes it exactly.
 */
export interface BatchPlan {
  readonly jobId: string
  readonly lanes: readonly BatchLane[]
  readonly records: readonly LeveledRecord[]
  /** Complete rows, chain columns included. */
  readonly entries: readonly EntryWrite[]
  readonly entryChanges: readonly EntryChange[]
  readonly identifiers: readonly IdentifierWrite[]
  readonly items: readonly ItemWrite[]
  /** What is offered to source systems, and since when, in milliseconds. */
  readonly offers: readonly OutboundItem[]
  readonly offeredOn: number
}

/** What a bulk message of a batch writes. */
export type RowKind = 'entries' | 'entryChanges' | 'identifiers' | 'items'

/** The rows of one bulk message. */
export interface SentRows {
  readonly kind: RowKind
  readonly writes: readonly (EntryWrite | EntryChange | IdentifierWrite | ItemWrite)[]
  readonly operation: WrittenOperation<unknown>
}

/** A plan in the journal: its rows stand there as the messages have them. */
interface Journal
  extends
    Pick<BatchPlan, 'jobId' | 'lanes' | 'records'>,
    Partial<Pick<BatchPlan, 'offers' | 'offeredOn'>> {
  readonly messages: readonly {
    readonly kind: RowKind
    /** What is known of each row besides its columns. */
    readonly facts: readonly object[]
    readonly body: unknown
  }[]
}

/** The text form of a plan in the journal, given the messages that write its rows. */
export function writeBatchPlan(
  { jobId, lanes, records, offers, offeredOn }: BatchPlan,
  rows: readonly SentRows[],
): string {
  const messages = rows.map(({ kind, writes, operation }) => {
    const facts = writes.map((write) => ({ ...write, id: undefined, row: undefined }))
    return `{"kind":"${kind}","facts":${JSON.stringify(facts)},"body":${operation.body.text}}`
  })
  const rest = JSON.stringify({
    ...{ jobId, lanes, records },
    ...(offers.length > 0 && { offers, offeredOn }),
  })
  return `${rest.slice(0, -1)},"messages":[${messages.join(',')}]}`
}

export function readBatchPlan(text: string): BatchPlan {
  const { messages, ...plan } = JSON.parse(text) as Journal
  const writes = <W>(kind: RowKind, table: Table): W[] =>
    messages
      .filter((message) => message.kind === kind)
      .flatMap(({ facts, body }) =>
        rowsOfMessage(table, body).map((row, index) => ({ ...facts[index], ...row }) as W),
      )
  return {
    offers: [],
    offeredOn: 0,
    ...plan,
    entries: writes('entries', integrationLedger),
    entryChanges: writes('entryChanges', integrationLedger),
    identifiers: writes('identifiers', integrationIdentifier),
    items: writes<ItemWrite>('items', integrationSyncItem).sort((a, b) => a.sequence - b.sequence),
  }
}

/** The parts of a plan that belong to the records (and recordless items) a predicate picks. */
export function partOf(
  plan: WritePlan,
  picks: (write: { readonly targetTable: string; readonly targetId: string }) => boolean,
): Omit<WritePlan, 'items'> {
  return {
    records: plan.records.filter(picks),
    entries: plan.entries.filter(picks),
    entryChanges: plan.entryChanges.filter(picks),
    identifiers: plan.identifiers.filter(picks),
  }
}
