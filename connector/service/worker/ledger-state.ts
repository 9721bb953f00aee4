import { chunksForIn, filter, query } from '../../dataverse/index.js'
import type { Operation, Page, StoredRow } from '../../dataverse/index.js'
import { recordKey } from '../../engine/index.js'
import type { LedgerEntryState } from '../../engine/index.js'
import { integrationLedger } from '../../../solution/tables/index.js'
import type { WantedRecords } from './read-records.js'

/** What decisions rest on of an entry. */
export const stateColumns = [
  'aspectKey',
  'targetTable',
  'targetId',
  'sourceSystemKey',
  'ledgerStatus',
  'value',
  'previousValue',
  'observedDateTime',
  'appliedOn',
  'supersededOn',
  'latest',
  'lastConfirmed',
  'staleOn',
  'certifiedBy',
  'chainSequence',
] as const

const decisionColumns = [
  'settledStatus',
  'decidedStatus',
  'decidedBy',
  'modifiedBy',
  'modifiedOn',
] as const

type DecisionRow = StoredRow<typeof integrationLedger, (typeof decisionColumns)[number]>

export type LedgerStateRow = StoredRow<typeof integrationLedger, (typeof stateColumns)[number]> &
  Partial<DecisionRow>

/** The aspect key of an entry about a whole record. */
const wholeRecord = '*'

/** Reads the entries that still matter: each source's latest of an aspect, and the applied heads. */
export function ledgerQueries(
  wanted: ReadonlyMap<string, WantedRecords>,
): Operation<Page<LedgerStateRow>>[] {
  const ledger = filter(integrationLedger)
  const open = ledger.or(
    ledger.eq('latest', true),
    ledger.and(ledger.isNotNull('appliedOn'), ledger.isNull('supersededOn')),
  )
  return [...wanted].flatMap(([targetTable, { ids, columns: aspects }]) =>
    chunksForIn([...ids], 'hash').map((group) =>
      query(integrationLedger, {
        select: [...stateColumns, ...decisionColumns],
        filter: ledger.and(
          ledger.in('targetId', group),
          ledger.eq('targetTable', targetTable),
          ledger.in('aspectKey', [...aspects, wholeRecord]),
          open,
        ),
      }),
    ),
  )
}

/** Entries by the record they speak of (`recordKey`). */
export function entriesByRecord(
  rows: readonly LedgerStateRow[],
  serviceUserId: string,
): ReadonlyMap<string, readonly LedgerEntryState[]> {
  const byRecord = new Map<string, LedgerEntryState[]>()
  for (const row of rows) {
    const key = recordKey(row.targetTable, row.targetId)
    const entry = entryState(row, serviceUserId)
    const known = byRecord.get(key)
    if (known) known.push(entry)
    else byRecord.set(key, [entry])
  }
  for (const entries of byRecord.values()) {
    entries.sort((a, b) => a.chainSequence - b.chainSequence || (a.id < b.id ? -1 : 1))
  }
  return byRecord
}

function entryState(row: LedgerStateRow, serviceUserId: string): LedgerEntryState {
  return {
    id: row.id,
    aspectKey: row.aspectKey,
    sourceSystemKey: row.sourceSystemKey,
    status: row.ledgerStatus,
    value: row.value,
    previousValue: row.previousValue,
    observed: row.observedDateTime?.getTime() ?? 0,
    appliedOn: row.appliedOn?.getTime() ?? null,
    supersededOn: row.supersededOn?.getTime() ?? null,
    latest: row.latest ?? false,
    lastConfirmed: row.lastConfirmed?.getTime() ?? null,
    staleOn: row.staleOn?.getTime() ?? null,
    certifiedByHand: row.ledgerStatus === 'certified' && isByHand(row, serviceUserId),
    chainSequence: row.chainSequence ?? 0,
    ...(isToNote(row, serviceUserId) && { decision: decisionOf(row) }),
  }
}

/** A service that acts for nobody in particular decides by hand, too, where it notes a decision. */
function isByHand({ certifiedBy, ...row }: LedgerStateRow, serviceUserId: string): boolean {
  if (certifiedBy !== null && certifiedBy.id !== serviceUserId) return true
  const isNoted = row.decidedStatus === 'certified' && (row.decidedBy ?? null) !== null
  return isNoted || isToNote(row, serviceUserId)
}

type Decided = Partial<DecisionRow> & Pick<LedgerStateRow, 'ledgerStatus'>

function isUnsettled({ ledgerStatus, settledStatus = null }: Decided): boolean {
  return settledStatus !== null && settledStatus !== ledgerStatus
}

/** A decision that only the row's last change tells of. */
function isToNote(row: Decided, serviceUserId: string): boolean {
  const { modifiedBy = null, decidedStatus, ledgerStatus } = row
  const isNoted = decidedStatus === ledgerStatus && (row.decidedBy ?? null) !== null
  return isUnsettled(row) && !isNoted && modifiedBy !== null && modifiedBy.id !== serviceUserId
}

function decisionOf({ modifiedBy, modifiedOn }: Decided): LedgerEntryState['decision'] {
  return { by: modifiedBy?.id ?? '', on: modifiedOn?.getTime() ?? 0 }
}
