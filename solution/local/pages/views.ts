import type { Column, Table } from '../../model/index.js'
import {
  integrationCommitPolicy,
  integrationIdentifier,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
  integrationValueMap,
} from '../../tables/index.js'
import { isSystemColumn } from '../schema/index.js'
import type { HostedColumn, HostedTable } from '../schema/index.js'
import type { DefaultOrder } from './rows.js'

/** What a grid of a table shows, and in which order. */
export interface GridView {
  readonly columns: readonly HostedColumn[]
  readonly order: DefaultOrder
}

interface DeclaredView {
  readonly columns: readonly Column[]
  readonly order: DefaultOrder
}

const { columns: job } = integrationSyncJob
const { columns: item } = integrationSyncItem
const { columns: entry } = integrationLedger
const { columns: identifier } = integrationIdentifier
const { columns: map } = integrationValueMap
const { columns: policy } = integrationCommitPolicy

const declaredViews: readonly (readonly [table: Table, view: DeclaredView])[] = [
  [
    integrationSyncJob,
    {
      columns: [
        job.name,
        job.sourceSystemKey,
        job.entityType,
        job.jobStatus,
        job.submittedDateTime,
        job.received,
        job.applied,
        job.held,
        job.unchanged,
        job.superseded,
        job.rejected,
        job.failed,
      ],
      order: 'newest',
    },
  ],
  [
    integrationSyncItem,
    {
      columns: [
        item.name,
        item.itemStatus,
        item.externalKey,
        item.fieldName,
        item.newValue,
        item.outcomeReason,
        item.processMessage,
        item.targetId,
        item.integrationSyncJob,
      ],
      order: 'newest',
    },
  ],
  [
    integrationLedger,
    {
      columns: [
        entry.name,
        entry.ledgerStatus,
        entry.sourceSystemKey,
        entry.targetId,
        entry.aspectKey,
        entry.previousValue,
        entry.value,
        entry.reason,
        entry.observedDateTime,
      ],
      order: 'newest',
    },
  ],
  [
    integrationIdentifier,
    {
      columns: [
        identifier.name,
        identifier.sourceSystemKey,
        identifier.externalKey,
        identifier.targetTable,
        identifier.targetId,
        identifier.firstSeenDateTime,
        identifier.lastSeenDateTime,
      ],
      order: 'newest',
    },
  ],
  [
    integrationValueMap,
    {
      columns: [
        map.name,
        map.codeList,
        map.sourceSystemKey,
        map.sourceCode,
        map.sourceLabel,
        map.canonicalCodeValue,
        map.confidence,
      ],
      order: 'newest',
    },
  ],
  [
    integrationCommitPolicy,
    {
      columns: [
        policy.name,
        policy.targetTable,
        policy.fieldName,
        policy.authoritativeSources,
        policy.commitMode,
        policy.autoCertify,
        policy.codeList,
      ],
      order: { column: policy.targetTable.logicalName, descending: false },
    },
  ],
]

const byTable = new Map(declaredViews.map(([table, view]) => [table.logicalName, view]))
const mostColumns = 7

/** The declared view of the table, or one of its first short columns by primary name. */
export function viewOf(table: HostedTable): GridView {
  const declared = byTable.get(table.logicalName)
  if (!declared) return derivedView(table)
  return { columns: hosted(table, declared.columns), order: declared.order }
}

/** How a record's ledger entries are shown beneath it. */
export function ledgerView(ledger: HostedTable): GridView {
  return {
    columns: hosted(ledger, [
      entry.name,
      entry.aspectKey,
      entry.ledgerStatus,
      entry.sourceSystemKey,
      entry.previousValue,
      entry.value,
      entry.reason,
      entry.observedDateTime,
    ]),
    order: 'newest',
  }
}

/** How a job's items are shown beneath it: as they were sent. */
export function orderWithin(table: HostedTable): DefaultOrder {
  return table.logicalName === integrationSyncItem.logicalName
    ? { column: item.sequenceNumber.logicalName, descending: false }
    : viewOf(table).order
}

function hosted(table: HostedTable, columns: readonly Column[]): readonly HostedColumn[] {
  return columns.flatMap(({ logicalName }) => table.columns.get(logicalName) ?? [])
}

function derivedView(table: HostedTable): GridView {
  const columns = [...table.columns.values()]
  const own = columns.filter(
    ({ logicalName, primaryId, primaryName, kind }) =>
      !primaryId && !primaryName && kind !== 'memo' && !isSystemColumn(logicalName),
  )
  return {
    columns: [...columns.filter(({ primaryName }) => primaryName), ...own].slice(0, mostColumns),
    order: { column: table.primaryName, descending: false },
  }
}
