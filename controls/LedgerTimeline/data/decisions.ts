import { ledgerStatus } from '../../../solution/tables/integration-ledger.js'
import type { RowUpdate } from '../../shared/row-writes.js'
import { statusAfter } from '../model/actions.js'
import type { Action } from '../model/actions.js'
import type { Entry } from '../../shared/ledger/entry.js'
import { ledgerTable } from '../../shared/ledger/ledger-table.js'

/** A steward's decision on one entry. */
export interface Decision {
  readonly action: Action
  readonly entry: Entry
  /** Added to the entry's notes; empty: the notes stay as they are. */
  readonly note: string
}

/**
 * The write that asks for the decision: Ledger Status and Notes, the two columns that stewards may
 * change. It holds only for the entry as it was seen.
 */
export function decisionUpdate({ action, entry, note }: Decision): RowUpdate {
  const added = note.trim()
  return {
    table: ledgerTable.table,
    entitySet: ledgerTable.entitySet,
    id: entry.id,
    changes: {
      [ledgerTable.status]: ledgerStatus[statusAfter(action)].value,
      ...(added === '' ? {} : { [ledgerTable.notes]: notesWith(entry.notes, added) }),
    },
    seen: {
      values: {
        [ledgerTable.status]: ledgerStatus[entry.status].value,
        [ledgerTable.superseded]: null,
        ...(added === '' ? {} : { [ledgerTable.notes]: entry.notes }),
      },
    },
  }
}

/** The notes with one more, each on lines of its own. */
export function notesWith(notes: string, added: string): string {
  return notes.trim() === '' ? added : `${notes.trimEnd()}\n${added}`
}
