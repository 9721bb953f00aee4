import { readFileSync } from 'node:fs'

import { componentId, webResourceType } from '../model/solution/index.js'
import type { WebResource } from '../model/solution/index.js'
import type { Table } from '../model/index.js'
import {
  integrationCommitPolicy,
  integrationIdentifier,
  integrationLane,
  integrationLedger,
  integrationPayload,
  integrationSubscription,
  integrationSyncItem,
  integrationSyncJob,
  integrationValueMap,
} from '../tables/index.js'

/** Each table's icon: a file of `icons/`, drawn on 32 by 32 pixels. */
const tableIcons: readonly (readonly [table: Table, file: string])[] = [
  [integrationIdentifier, 'integration-identifier.svg'],
  [integrationValueMap, 'integration-value-map.svg'],
  [integrationCommitPolicy, 'integration-commit-policy.svg'],
  [integrationSyncJob, 'integration-sync-job.svg'],
  [integrationSyncItem, 'integration-sync-item.svg'],
  [integrationLedger, 'integration-ledger.svg'],
  [integrationLane, 'integration-lane.svg'],
  [integrationPayload, 'integration-payload.svg'],
  [integrationSubscription, 'integration-subscription.svg'],
]

/** Of the apps; the example's is a copy, which goes when the example goes. */
export const appIconFile = 'data-integration.svg'

export const appIcon = icon('govcdm_dataintegrationworkbench_icon', 'Data Integration', appIconFile)

/** The files that the main solution brings. */
export function webResources(): readonly WebResource[] {
  return [appIcon, ...tableIcons.map(([table, file]) => icon(iconNameOf(table), table.label, file))]
}

function iconNameOf({ schemaName, icon }: Table): string {
  if (icon !== undefined) return icon
  throw new Error(`Table ${schemaName} declares no icon.`)
}

/** An SVG file of `icons/` as a web resource. */
export function icon(name: string, label: string, file: string): WebResource {
  return {
    id: componentId('web-resource', name),
    name,
    label: `${label} icon`,
    type: webResourceType.svg,
    content: new Uint8Array(readFileSync(new URL(`icons/${file}`, import.meta.url))),
  }
}
