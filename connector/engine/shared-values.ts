import type { Column, Reference } from '../../solution/model/index.js'
import { integrationLedger, integrationSyncItem } from '../../solution/tables/index.js'
import type { IntegrationLedgerRow } from '../../solution/tables/index.js'
import type { CommitPolicy } from './contract.js'
import type { ChunkScope } from './scope.js'

/** A row being filled. */
export type RowDraft<Row> = { -readonly [Name in keyof Row]?: Row[Name] }

type PolicyReference = NonNullable<IntegrationLedgerRow['commitPolicy']>

/** Dates and references that many rows of a chunk have in common. */
export class SharedValues {
  readonly now: Date
  readonly job: NonNullable<IntegrationLedgerRow['integrationSyncJob']>
  readonly serviceUser: NonNullable<IntegrationLedgerRow['certifiedBy']>
  private readonly dates = new Map<number, Date>()
  private readonly policies = new Map<string, PolicyReference>()

  constructor(scope: ChunkScope) {
    const { job, serviceUserId } = scope.context
    this.now = this.date(scope.now)
    this.job = reference(integrationSyncItem.columns.integrationSyncJob, job.id)
    this.serviceUser = reference(integrationLedger.columns.certifiedBy, serviceUserId)
  }

  date(time: number): Date {
    let date = this.dates.get(time)
    if (!date) {
      date = new Date(time)
      this.dates.set(time, date)
    }
    return date
  }

  policy({ id }: CommitPolicy): PolicyReference {
    let policy = this.policies.get(id)
    if (!policy) {
      policy = reference(integrationLedger.columns.commitPolicy, id)
      this.policies.set(id, policy)
    }
    return policy
  }
}

/** A reference to a row of the one table that a lookup of ours points at. */
export function reference<Target extends string>(
  column: Column<Reference<Target> | null>,
  id: string,
): Reference<Target> {
  return { table: (column.targets?.[0] ?? '') as Target, id }
}
