import type { Filter } from '../../../../dataverse/index.js'
import { integrationLedger, integrationSyncJob } from '../../../../../solution/tables/index.js'
import { asked } from '../../filters.js'

/** What lists and bulk decisions of entries are narrowed by. */
export interface SharedFilters {
  readonly targetTable?: string
  readonly targetId?: string
  readonly sourceSystemKey?: string
  readonly aspectKey?: string
  readonly jobId?: string
}

/**
 * The conditions on entries that have all this in common. Text is compared by the platform, without
 * regard to case: keys of source systems are compared again afterwards.
 */
export function sharedFilters(given: SharedFilters): readonly Filter<typeof integrationLedger>[] {
  const { targetTable, targetId, sourceSystemKey, aspectKey, jobId } = given
  return asked(integrationLedger, {
    targetTable,
    sourceSystemKey,
    aspectKey,
    targetId: targetId?.toLowerCase(),
    integrationSyncJob:
      jobId === undefined
        ? undefined
        : { table: integrationSyncJob.logicalName, id: jobId.toLowerCase() },
  })
}
