import type { Reference, RowOf } from '../../../solution/model/index.js'
import type {
  IntegrationCommitPolicyRow,
  IntegrationIdentifierRow,
  IntegrationLaneRow,
  IntegrationLedgerRow,
  IntegrationPayloadRow,
  IntegrationSubscriptionRow,
  IntegrationSyncItemRow,
  IntegrationSyncJobRow,
  IntegrationValueMapRow,
  contact,
  stateOrProvince,
} from '../../../solution/tables/index.js'

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type Expect<T extends true> = T

export type Checks = [
  Expect<
    Equal<IntegrationLedgerRow['ledgerStatus'], 'pending' | 'certified' | 'rejected' | 'revoked'>
  >,
  Expect<Equal<IntegrationLedgerRow['ledgerAspect'], 'field' | 'record' | 'relationship'>>,
  Expect<Equal<IntegrationLedgerRow['certifiedBy'], Reference<'systemuser'> | null>>,
  Expect<Equal<IntegrationLedgerRow['certifiedDateTime'], Date | null>>,
  Expect<Equal<IntegrationLedgerRow['targetTable'], string>>,
  Expect<Equal<IntegrationLedgerRow['latest'], boolean | null>>,
  Expect<Equal<IntegrationLedgerRow['chainSequence'], number | null>>,
  Expect<Equal<IntegrationLedgerRow['replaces'], Reference<'govcdm_integrationledger'> | null>>,
  Expect<
    Equal<
      IntegrationSyncItemRow['integrationSyncJob'],
      Reference<'govcdm_integrationsyncjob'> | null
    >
  >,
  Expect<
    Equal<
      IntegrationSyncItemRow['itemStatus'],
      'pending' | 'applied' | 'held' | 'unchanged' | 'superseded' | 'rejected' | 'failed' | null
    >
  >,
  Expect<Equal<IntegrationSyncJobRow['direction'], 'inbound' | 'outbound' | null>>,
  Expect<
    Equal<
      IntegrationSyncJobRow['jobStatus'],
      | 'open'
      | 'submitted'
      | 'processing'
      | 'completed'
      | 'completedWithErrors'
      | 'failed'
      | 'cancelled'
    >
  >,
  Expect<Equal<IntegrationCommitPolicyRow['commitMode'], 'onIngest' | 'onCertify'>>,
  Expect<Equal<IntegrationCommitPolicyRow['autoCertify'], 'no' | 'yes' | null>>,
  Expect<Equal<IntegrationValueMapRow['confidence'], number | null>>,
  Expect<Equal<IntegrationIdentifierRow['externalKey'], string>>,
  Expect<Equal<IntegrationLaneRow['laneNumber'], number>>,
  Expect<
    Equal<IntegrationPayloadRow['payloadKind'], 'items' | 'configuration' | 'journal' | 'followed'>
  >,
  Expect<Equal<IntegrationSubscriptionRow['expiresOn'], Date | null>>,
  Expect<Equal<RowOf<typeof contact>['parentCustomer'], Reference<'account' | 'contact'> | null>>,
  Expect<Equal<RowOf<typeof stateOrProvince>['country'], Reference<'govcdm_country'>>>,
]
