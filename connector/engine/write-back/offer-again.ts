import { recordKey } from '../contract.js'
import type { OutcomeReason } from '../contract.js'
import { quoted } from '../quoted.js'
import { columnOf } from '../scope.js'
import type { OutboundContext, SettledChange, SourceKey } from './contract.js'
import { outboundItems } from './outbound.js'
import type { OwnCode } from './own-code.js'

/**
 * What a source is told of a value that was held, by the policies, maps and keys of now.
 *
 * `change`: the one field that the held item is of. `to`: by which key the source knows the record.
 */
export function offeredAgain(
  change: SettledChange,
  to: SourceKey,
  context: OutboundContext,
): OwnCode {
  const { table, targetId, aspectKey } = change
  const isSame = (key: SourceKey) =>
    key.sourceSystemKey === to.sourceSystemKey && key.externalKey === to.externalKey
  const column = columnOf(table, aspectKey)
  if (!column) {
    return heldFor('unknownColumn', `Table ${table.logicalName} has no column ${aspectKey} now.`)
  }
  if (!context.sourceKeys.get(recordKey(table.logicalName, targetId))?.some(isSame)) {
    return heldFor(
      'noRecord',
      `Key ${quoted(to.externalKey)} of ${to.sourceSystemKey} is not linked to ${table.logicalName} ${targetId} now: link it to that record, then offer ${column.label} again.`,
    )
  }
  const item = outboundItems(change, context).find(isSame)
  return (
    item ??
    heldFor(
      'noPolicy',
      `No single policy offers ${column.label} of ${table.logicalName} to ${to.sourceSystemKey} now: set Write Back on it and count ${to.sourceSystemKey} among its sources, then offer the value again.`,
    )
  )
}

function heldFor(reason: OutcomeReason, message: string): OwnCode {
  return { code: null, relatedTable: null, codeList: null, held: { reason, message } }
}
