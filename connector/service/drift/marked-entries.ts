import { chunksForIn, filter, query } from '../../dataverse/index.js'
import type { DataverseClient, Operation, Page, StoredRow } from '../../dataverse/index.js'
import { laneId, laneOf } from '../../engine/index.js'
import type { MarkedEntry } from '../../engine/drift/index.js'
import { integrationLedger } from '../../../solution/tables/index.js'
import { laneIds, laneQuery } from '../worker/lane-rows.js'
import { entriesByRecord, stateColumns } from '../worker/ledger-state.js'
import { pagesOfBoth } from '../worker/pages-of.js'

const columns = [...stateColumns, 'settledStatus', 'driftedOn', 'outsideValue'] as const

type MarkedRow = StoredRow<typeof integrationLedger, (typeof columns)[number]>

/** The entries of one record that its values are held against. */
export interface JudgedRecord {
  readonly targetId: string
  readonly entries: readonly MarkedEntry[]
  /** The version of each entry, by id. */
  readonly etags: ReadonlyMap<string, string>
  /** Whether a job is writing it or a decision about it has yet to take effect. */
  readonly isMoving: boolean
}

/** The entries of these records that are in force, about to be, or marked; records without are left out. */
export async function markedEntries(
  client: DataverseClient,
  targetTable: string,
  ids: readonly string[],
): Promise<readonly JudgedRecord[]> {
  const [pages, lanes] = await pagesOfBoth(client, entryQueries(targetTable, ids), [
    laneQuery(laneIds([targetTable])),
  ])
  const rows = pages.flat()
  const tails = new Map(lanes.flat().map((lane) => [lane.id, lane.lastChainSequence ?? 0]))
  const states = entriesByRecord(rows, '')
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...states.values()].map((entries) => {
    const own = entries.flatMap(({ id }) => byId.get(id) ?? [])
    const targetId = own[0]?.targetId ?? ''
    const tail = tails.get(laneId(targetTable, laneOf(targetTable, targetId))) ?? 0
    return {
      targetId,
      entries: entries.map((entry) => ({ ...entry, mark: markOf(byId.get(entry.id)) })),
      etags: new Map(own.map(({ id, etag }) => [id, etag])),
      isMoving: own.some((row) => isUnsettled(row) || (row.chainSequence ?? 0) > tail),
    }
  })
}

function entryQueries(targetTable: string, ids: readonly string[]): Operation<Page<MarkedRow>>[] {
  const ledger = filter(integrationLedger)
  const matters = ledger.or(
    ledger.and(
      ledger.isNull('supersededOn'),
      ledger.or(ledger.isNotNull('appliedOn'), ledger.eq('ledgerStatus', 'certified')),
    ),
    ledger.isNotNull('driftedOn'),
  )
  return chunksForIn([...ids], 'hash').map((group) =>
    query(integrationLedger, {
      select: columns,
      filter: ledger.and(
        ledger.in('targetId', group),
        ledger.eq('targetTable', targetTable),
        matters,
      ),
      orderBy: ['id asc'],
    }),
  )
}

/** Marking it would hide whose decision it is that has yet to take effect. */
function isUnsettled({ ledgerStatus, settledStatus }: MarkedRow): boolean {
  return settledStatus !== null && settledStatus !== ledgerStatus
}

function markOf(row: MarkedRow | undefined): MarkedEntry['mark'] {
  return {
    driftedOn: row?.driftedOn?.getTime() ?? null,
    outsideValue: row?.outsideValue ?? null,
  }
}
