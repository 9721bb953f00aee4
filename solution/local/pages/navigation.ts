import {
  integrationCommitPolicy,
  integrationIdentifier,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
  integrationValueMap,
} from '../../tables/index.js'
import type { HostedSchema, HostedTable } from '../schema/index.js'

export interface NavigationGroup {
  readonly label: string
  readonly tables: readonly HostedTable[]
}

const areas = [
  {
    label: 'Setup',
    tables: [integrationIdentifier, integrationValueMap, integrationCommitPolicy],
  },
  { label: 'Processing', tables: [integrationSyncJob, integrationSyncItem, integrationLedger] },
] as const

/** The app's areas: those of the published module, then every other table that is hosted. */
export function navigationOf(schema: HostedSchema): readonly NavigationGroup[] {
  const groups = areas.map(({ label, tables }) => ({
    label,
    tables: tables.flatMap(({ logicalName }) => schema.tables.get(logicalName) ?? []),
  }))
  const placed = new Set(groups.flatMap(({ tables }) => tables))
  const records = [...schema.tables.values()].filter((table) => !placed.has(table))
  return [...groups, { label: 'Records', tables: records }]
}
