import {
  integrationCommitPolicy,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
} from '../../../solution/tables/index.js'
import { tableName } from '../../../solution/tables/names.js'

describe('names of tables that others point at', () => {
  it('are those of the declared tables', () => {
    expect(tableName).toEqual({
      commitPolicy: integrationCommitPolicy.logicalName,
      ledger: integrationLedger.logicalName,
      syncItem: integrationSyncItem.logicalName,
      syncJob: integrationSyncJob.logicalName,
    })
  })
})
