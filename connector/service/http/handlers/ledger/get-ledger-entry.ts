import type { Handler } from '../../operation-context.js'
import { entryColumns, presentEntry } from './ledger-entry.js'
import { entryIdOf, readEntry } from './read-entry.js'

export const getLedgerEntry: Handler = async ({ params }, { client }) =>
  presentEntry(await readEntry(entryIdOf(params), entryColumns, client))
