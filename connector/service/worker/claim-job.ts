import {
  changeSet,
  isConcurrencyConflict,
  isDuplicateRecord,
  update,
  upsert,
} from '../../dataverse/index.js'
import type { DataverseClient, Operation } from '../../dataverse/index.js'
import type { Configuration, DecisionContext } from '../../engine/index.js'
import type { MetadataCache } from '../../dataverse/index.js'
import { laneId } from '../../engine/index.js'
import { integrationLane, integrationSyncJob } from '../../../solution/tables/index.js'
import { adoptKeys, unhashedQueries } from './adopt-keys.js'
import {
  commitPolicy,
  currentConfiguration,
  policyQuery,
  snapshotOf,
  storedConfiguration,
} from './configuration.js'
import type { Snapshot } from './configuration.js'
import { JobRefusedError } from './errors.js'
import { HeldLanes, leaseEnd } from './held-lanes.js'
import type { HeldLane } from './held-lanes.js'
import { jobFacts, jobQuery } from './job-row.js'
import type { JobRow } from './job-row.js'
import { heldLane, laneIds, laneQuery, lanesOf } from './lane-rows.js'
import type { LaneRow } from './lane-rows.js'
import { laneText } from './partition.js'
import { valueOf } from './pages-of.js'
import { readTableList } from './table-list.js'
import { targetTables } from './target-metadata.js'
import type { WorkerContext } from './worker-context.js'
import { openItems } from './item-source.js'
import type { ItemSource } from './item-source.js'

/** A job that this worker may run now, with all it needs for it. */
export interface ClaimedJob {
  readonly row: JobRow
  readonly context: DecisionContext
  readonly lanes: HeldLanes
  /** Lanes as they were found, with the journals a former holder left. */
  readonly foundLanes: readonly LaneRow[]
  readonly items: ItemSource
}
