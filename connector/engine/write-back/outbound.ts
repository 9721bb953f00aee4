import { relatedId } from '../column-value.js'
import { indexOf, rankOf } from '../configuration-index.js'
import type { CanonicalValue } from '../contract.js'
import { recordKey } from '../contract.js'
import { recordValues } from '../entry-draft.js'
import { outboundItemId } from '../ids.js'
import { columnOf, wholeRecord } from '../scope.js'
import type { TargetColumn } from '../target-table.js'
import type { OutboundContext, OutboundItem, SettledChange, SourceKey } from './contract.js'
import { ownCode, lookupTable } from './own-code.js'

/**
 * What one settled change offers: an item for each key by which a source system other than the
 * origin knows the record, where the policy of the column says Write Back and counts the source
 * among its authoritative ones (any, where it names none). A whole record gives an item a column.
 * Columns that the table does not have are left out.
 */
export function outboundItems(
  change: SettledChange,
  context: OutboundContext,
): readonly OutboundItem[] {
  const { table, targetId, origin } = change
  const keys = context.sourceKeys.get(recordKey(table.logicalName, targetId)) ?? []
  const others = keys.filter((key) => key.sourceSystemKey !== origin)
  if (others.length === 0) return []
  return valuesOf(change).flatMap(([column, value]) =>
    offers(change, context, column, value, others),
  )
}

/** The records whose `sourceKeys` the items of a change depend on. */
export function outboundRecords(
  change: SettledChange,
): readonly { readonly targetTable: string; readonly targetId: string }[] {
  const related = valuesOf(change).flatMap(([column, value]) =>
    column.kind === 'lookup' && value !== null
      ? [{ targetTable: lookupTable(column, value), targetId: relatedId(value) }]
      : [],
  )
  return [{ targetTable: change.table.logicalName, targetId: change.targetId }, ...related]
}

function valuesOf({
  table,
  aspectKey,
  value,
}: SettledChange): readonly (readonly [TargetColumn, CanonicalValue])[] {
  const values =
    aspectKey === wholeRecord ? [...recordValues(value)] : [[aspectKey, value] as const]
  return values.flatMap(([name, one]) => {
    const column = columnOf(table, name)
    return column ? [[column, one] as const] : []
  })
}

function offers(
  change: SettledChange,
  context: OutboundContext,
  column: TargetColumn,
  value: CanonicalValue,
  keys: readonly SourceKey[],
): readonly OutboundItem[] {
  const { table, targetId, entryId, decision, decidedOn } = change
  const match = indexOf(context.configuration).fieldPolicy(table.logicalName, column.logicalName)
  if (match.kind !== 'one' || match.policy.writeBack !== true) return []
  const { policy } = match
  return keys
    .filter((key) => rankOf(policy, key.sourceSystemKey) >= 0)
    .map(({ sourceSystemKey, externalKey }) => {
      const fieldName = column.logicalName
      const place = { sourceSystemKey, externalKey, fieldName }
      return {
        id: outboundItemId(decidedOn, entryId, decision, place),
        ...place,
        targetTable: table.logicalName,
        targetId,
        value,
        decidedOn,
        ...ownCode(context, policy, column, sourceSystemKey, value),
      }
    })
}
