import { isConcurrencyConflict, notRun, update } from '../../../../dataverse/index.js'
import type { DataverseClient, DataverseError } from '../../../../dataverse/index.js'
import { integrationLedger } from '../../../../../solution/tables/index.js'
import { entriesNamed } from './certify-selection.js'
import type { DecisionRow, Verdict } from './decision.js'

/** An entry, and what a decision comes to on it. */
export interface Judged<V extends Verdict = Verdict> {
  readonly id: string
  /** Undefined where there is no such entry, or the caller may not see it. */
  readonly row: DecisionRow | undefined
  readonly verdict: V | undefined
}

export interface Written<V extends Verdict = Verdict> extends Judged<V> {
  /** Why what the verdict asks for was not written. */
  readonly error?: DataverseError | typeof notRun
}

/**
 * Writes what verdicts ask for, each row by its own version in one `$batch`: somebody else's decision
 * on one keeps no other back. Entries that changed meanwhile are judged anew, and written as often as
 * `attempts` says.
 */
export async function writeVerdicts<V extends Verdict>(
  client: DataverseClient,
  judged: readonly Judged<V>[],
  judge: (row: DecisionRow) => V,
  attempts = 1,
): Promise<readonly Written<V>[]> {
  const results = new Map<string, Written<V>>(judged.map((one) => [one.id, one]))
  let open: readonly Judged<V>[] = judged
  for (let attempt = 1; attempt <= attempts && open.length > 0; attempt += 1) {
    const failed = await writeOnce(client, open)
    const rows = await entriesNamed(client, [...failed.keys()])
    const again = [...failed].map(([id, error], index): Written<V> => {
      const row = rows[index]
      return { id, row, verdict: row && judge(row), error }
    })
    for (const one of open) if (!failed.has(one.id)) results.set(one.id, one)
    for (const one of again) results.set(one.id, one)
    open = again.filter(({ error }) => isConcurrencyConflict(error))
  }
  return judged.map((one) => results.get(one.id) ?? one)
}

/** What went wrong, by entry. */
async function writeOnce(
  client: DataverseClient,
  judged: readonly Judged[],
): Promise<ReadonlyMap<string, DataverseError | typeof notRun>> {
  const writes = judged.flatMap(({ id, row, verdict }) =>
    row && verdict?.kind === 'write'
      ? [{ id, operation: update(integrationLedger, id, verdict.changes, { ifMatch: row.etag }) }]
      : [],
  )
  if (writes.length === 0) return new Map()
  const outcomes = await client.batch(
    writes.map(({ operation }) => operation),
    { continueOnError: true, repeatable: true },
  )
  return new Map(
    writes.flatMap(({ id }, index) => {
      const outcome = outcomes[index]
      return outcome?.ok ? [] : [[id, outcome?.error ?? notRun] as const]
    }),
  )
}
