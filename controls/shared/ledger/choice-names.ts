import { integrationLedger, ledgerStatus } from '../../../solution/tables/integration-ledger.js'
import type { LedgerAspect, LedgerStatus } from './entry.js'

/** What rows hold is a number; its name in the declarations says what it means. */
export const statusNames = namesByValue<LedgerStatus>(ledgerStatus)
export const aspectNames = namesByValue<LedgerAspect>(
  integrationLedger.columns.ledgerAspect.options ?? {},
)

function namesByValue<Name extends string>(
  options: Readonly<Record<string, { readonly value: number }>>,
): ReadonlyMap<number, Name> {
  return new Map(Object.entries(options).map(([name, { value }]) => [value, name as Name]))
}
