import { commitPolicies } from './commit-policies/index.js'
import { crosswalk } from './crosswalk/index.js'
import { designer } from './designer/index.js'
import type { Duty } from './duty.js'
import { health } from './health/index.js'
import { ledger } from './ledger/index.js'
import { proof } from './proof/index.js'
import type { Family } from './swagger.js'
import { syncJobs } from './sync-jobs/index.js'
import { triggerFamily } from './triggers/index.js'
import { valueMaps } from './value-maps/index.js'

/** All operations, in the order the definition lists them. */
export const families: readonly Family[] = [
  syncJobs,
  crosswalk,
  valueMaps,
  commitPolicies,
  ledger,
  proof,
  triggerFamily,
  designer,
  health,
]

/** The duty that each operation needs, by operationId. */
export const duties: Readonly<Record<string, Duty>> = merged(
  families.map((family) => family.duties),
)

/** @throws Error naming the key that two of the records have. */
export function merged<Value>(
  records: readonly Readonly<Record<string, Value>>[],
): Readonly<Record<string, Value>> {
  const all = records.flatMap((record) => Object.entries(record))
  const seen = new Set<string>()
  for (const [key] of all) {
    if (seen.has(key)) throw new Error(`${key} is declared twice in the connector's definition.`)
    seen.add(key)
  }
  return Object.fromEntries(all)
}
