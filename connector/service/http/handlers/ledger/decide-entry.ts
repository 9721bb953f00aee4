import { isConcurrencyConflict, isNotFound, update } from '../../../../dataverse/index.js'
import { integrationLedger } from '../../../../../solution/tables/index.js'
import type { LedgerDecision } from '../../../../../solution/tables/ledger-decisions.js'
import { ApiError } from '../../errors.js'
import type { Handler, OperationContext } from '../../operation-context.js'
import { decisionColumns, judge } from './decision.js'
import type { Decision, DecisionRow } from './decision.js'
import { presentEntry } from './ledger-entry.js'
import { entryIdOf, readEntry } from './read-entry.js'

/**
 * How often an entry is looked at anew where it was changed meanwhile: what changed may be nothing
 * that the decision rests on, such as when it was confirmed last.
 */
const attempts = 3

/** The handler of one decision about one entry: it asks for a status, and the worker settles it. */
export function decideEntry(kind: LedgerDecision): Handler {
  return async ({ params, body }, context) => {
    const { note = '' } = body as { readonly note?: string }
    const { userId } = await context.client.whoAmI()
    const decision = { kind, userId, at: new Date(context.now()), note }
    const id = entryIdOf(params)
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const row = await readEntry(id, decisionColumns, context.client)
      if (await isDecided(decision, row, context)) {
        return presentEntry(await readEntry(id, decisionColumns, context.client))
      }
    }
    throw new ApiError('ChangedMeanwhile', { what: `Ledger entry ${id}` })
  }
}

/**
 * False where the entry was changed meanwhile.
 *
 * @throws ApiError DecisionNotPossible.
 */
async function isDecided(
  decision: Decision,
  row: DecisionRow,
  { client }: OperationContext,
): Promise<boolean> {
  const verdict = judge(decision, row)
  switch (verdict.kind) {
    case 'done':
      return true
    case 'refused':
      throw new ApiError('DecisionNotPossible', {
        ledgerEntryId: row.id,
        state: verdict.state,
        possible: verdict.possible,
      })
    case 'write':
      try {
        await client.send(update(integrationLedger, row.id, verdict.changes, { ifMatch: row.etag }))
        return true
      } catch (error) {
        if (isConcurrencyConflict(error) || isNotFound(error)) return false
        throw error
      }
  }
}
