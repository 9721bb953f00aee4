import type { StoredRow } from '../../../dataverse/index.js'
import type { SettledDecision } from '../../../engine/decision-hash.js'
import type {
  integrationCommitPolicy,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
} from '../../../../solution/tables/index.js'

type LineageEntry = StoredRow<
  typeof integrationLedger,
  | 'name'
  | 'targetTable'
  | 'targetId'
  | 'aspectKey'
  | 'sourceSystemKey'
  | 'ledgerAspect'
  | 'ledgerStatus'
  | 'value'
  | 'appliedOn'
  | 'supersededOn'
  | 'createdOn'
>

/** Where a value comes from. What was deleted, or the caller may not see, is undefined. */
export interface Lineage {
  readonly entry: LineageEntry & StoredRow<typeof integrationLedger, 'chainKey' | 'entryHash'>
  readonly job:
    | StoredRow<
        typeof integrationSyncJob,
        | 'name'
        | 'jobStatus'
        | 'sourceSystemKey'
        | 'entityType'
        | 'submittedDateTime'
        | 'completedDateTime'
        | 'payloadHash'
        | 'configurationHash'
      >
    | undefined
  readonly item:
    | StoredRow<
        typeof integrationSyncItem,
        'sequenceNumber' | 'externalKey' | 'fieldName' | 'newValue' | 'longValue' | 'sourceValue'
      >
    | undefined
  readonly policy: StoredRow<typeof integrationCommitPolicy, 'name'> | undefined
  readonly decisions: readonly SettledDecision[]
  /** Each the one whose place the one after it took, latest first. */
  readonly predecessors: readonly LineageEntry[]
}

/** Where the lineage is told. */
export interface LineagePlace {
  /** Address of the operations, without a trailing slash. */
  readonly serviceUrl: string
  /** Id of the environment's organization. */
  readonly environment: string
}
