import { maxLength } from '../../../solution/tables/index.js'
import type { ChunkScope } from '../scope.js'
import { interpret, relatedUnit } from '../interpret.js'
import type { Unit } from '../normalise.js'
import { unchangedMessage } from '../rules.js'
import type { RecordedItem } from './contract.js'
import type { KeysThen } from './keys-then.js'

/** The aspects that an item speaks of; none where it cannot be read. */
export function unitsOf(
  scope: ChunkScope,
  keys: KeysThen,
  { item }: RecordedItem,
): readonly Unit[] {
  const table = scope.table(item.targetTable)
  if (!table) return []
  const interpretation = interpret(scope, table, item)
  switch (interpretation.kind) {
    case 'units':
      return interpretation.units
    case 'related': {
      const { plan, key } = interpretation
      return [relatedUnit(plan, key, keys.idOf(key))]
    }
    case 'rejected':
      return []
  }
}

/** Whether the record tells that this aspect had the item's value already. */
export function saysUnchanged({ outcome }: RecordedItem, unit: Unit): boolean {
  if (outcome.status === 'unchanged') return true
  const sentence = unchangedMessage(unit)
  return sentence.length <= maxLength.message && outcome.message.includes(sentence)
}

/** Whether the record tells that an item found no record, and which was the reason. */
export function foundNone({ outcome }: RecordedItem): boolean {
  return outcome.reason === 'noRecord' || outcome.reason === 'recordDeleted'
}
