import { lanesPerTable } from '../../solution/tables/index.js'
import { recordKey } from './contract.js'

/** The lane of a record, 0 to `lanesPerTable` - 1: a hash (FNV-1a) of its table and id. */
export function laneOf(targetTable: string, targetId: string): number {
  const key = recordKey(targetTable, targetId)
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  }
  // The low bits of FNV-1a mix least.
  return ((hash ^ (hash >>> 15)) >>> 0) % lanesPerTable
}
