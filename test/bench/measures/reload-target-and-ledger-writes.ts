import { contact, integrationLedger } from '../../../solution/tables/index.js'
import type { Measure } from '../measure.js'
import { smallLoad } from '../small-load.js'

export const reloadTargetAndLedgerWrites: Measure = {
  name: 'reload-target-and-ledger-writes',
  unit: 'rows',
  target: 0,
  good: 'atMost',
  run: async (bench) => {
    const { rowWritesByTable } = (await bench.once(smallLoad)).reload
    const written = (table: string) => rowWritesByTable[table] ?? 0
    return written(contact.logicalName) + written(integrationLedger.logicalName)
  },
}
