import type { OutcomeReason } from './contract.js'
import type { ExternalRecordKey } from './ids.js'
import type { KeyEntry } from './key-directory.js'
import { quoted } from './quoted.js'
import type { TableScope } from './scope.js'

/** Why items have no record. */
export interface Absence {
  readonly reason: Extract<OutcomeReason, 'noRecord' | 'recordDeleted'>
  readonly message: string
}

/**
 * Why there is no record for a key, or, without one, for the id that an item gives. `targetId`:
 * undefined for an unknown key that no record will be created for.
 */
export function absenceOf(
  table: TableScope,
  entry: KeyEntry | undefined,
  targetId: string | undefined,
): Absence {
  if (!entry) return absentRecord(table, targetId ?? '')
  return entry.identifier
    ? deletedRecord(table, entry.key, entry.identifier.targetId)
    : unknownKey(table, entry.key)
}

/** An item gives an id that no record has. */
function absentRecord({ table }: TableScope, targetId: string): Absence {
  return {
    reason: 'noRecord',
    message: `${table.label} has no record ${targetId}: correct the target ID, then run the item again.`,
  }
}

/** The crosswalk knows the key, and its record is gone. */
function deletedRecord(
  { table }: TableScope,
  { sourceSystemKey, externalKey }: ExternalRecordKey,
  targetId: string,
): Absence {
  return {
    reason: 'recordDeleted',
    message: `Record ${targetId} of ${table.label}, which ${sourceSystemKey} key ${quoted(externalKey)} stands for, is gone: restore it or delete the identifier, then run the item again.`,
  }
}

/** Nobody knows the key, and no record is created for it. */
function unknownKey(
  scope: TableScope,
  { sourceSystemKey, externalKey }: ExternalRecordKey,
): Absence {
  const { table } = scope
  return {
    reason: 'noRecord',
    message: `No record of ${table.label} is known for ${sourceSystemKey} key ${quoted(externalKey)}, and ${whyNotCreated(scope, sourceSystemKey)}: create or link the record, then run the item again.`,
  }
}

function whyNotCreated({ record }: TableScope, source: string): string {
  const { match, rank } = record
  switch (match.kind) {
    case 'none':
      return 'no commit policy of the whole table creates missing records'
    case 'ambiguous': {
      const names = match.policies.map((policy) => quoted(policy.name)).join(' and ')
      return `policies ${names} cover the table equally`
    }
    case 'one': {
      const name = quoted(match.policy.name)
      if (!match.policy.createMissingRecords) return `policy ${name} creates no missing records`
      return rank < 0
        ? `policy ${name} does not let ${source} create records`
        : 'none is created, as none of its values may be written yet'
    }
  }
}
