import { isConcurrencyConflict, isPrivilegeDenied, notRun } from '../../../../dataverse/index.js'
import { present } from '../../present.js'
import type { Refusal } from './decision.js'
import type { Judged, Written } from './write-verdicts.js'

/** What became of one entry of many, as answers show it. */
export function entryResult<Outcome extends string>(
  { id, row }: Pick<Judged, 'id' | 'row'>,
  outcome: Outcome,
  message?: string,
): { readonly outcome: Outcome } {
  return {
    ...present({
      ledgerEntryId: id,
      message,
      targetTable: row?.targetTable,
      targetId: row?.targetId,
      aspectKey: row?.aspectKey,
      sourceSystemKey: row?.sourceSystemKey,
      value: row?.value,
    }),
    outcome,
  }
}

/** Why nothing was written, in sentences; undefined where it was, or was before. */
export function hindrance({ row, verdict, error }: Written): string | undefined {
  if (verdict?.kind === 'refused') return refusalText(verdict)
  if (!row) return 'It is not there, or you may not see it.'
  return verdict?.kind === 'done' || error === undefined ? undefined : errorText(error)
}

function refusalText({ state, possible }: Refusal): string {
  return `It ${state} Possible now: ${possible}.`
}

function errorText(error: NonNullable<Written['error']>): string {
  if (error === notRun) return 'It was not reached: send the request again.'
  if (isPrivilegeDenied(error)) return 'You may not change it.'
  return isConcurrencyConflict(error)
    ? 'It was changed at the same time: look at it and send the request again.'
    : error.message
}

/** How many of the results have one of these outcomes. */
export function counter<Outcome extends string>(
  results: readonly { readonly outcome: Outcome }[],
): (...outcomes: readonly Outcome[]) => number {
  return (...outcomes) => results.filter(({ outcome }) => outcomes.includes(outcome)).length
}
