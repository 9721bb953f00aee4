import type { Table } from '../model/index.js'
import type { App, SiteMapSubArea } from '../model/solution/index.js'
import {
  integrationCommitPolicy,
  integrationIdentifier,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
  integrationValueMap,
  ownTables,
} from '../tables/index.js'
import { administratorRole, readerRole, stewardRole } from './roles.js'
import { stewardDashboard } from './steward-dashboard.js'
import { ledgerViews, valueMapViews } from './views/index.js'
import { appIcon } from './web-resources.js'

/** Ours and not the published app's, which keeps its own name in an environment that has both. */
const uniqueName = 'govcdm_DataIntegrationWorkbench'

export const dataIntegrationApp: App = {
  uniqueName,
  name: 'Data Integration',
  description:
    'Crosswalk, value maps and policies; jobs, items and the ledger that vouches for values.',
  icon: appIcon.name,
  tables: ownTables.map(({ logicalName }) => logicalName),
  forms: [stewardDashboard.id],
  views: [],
  roles: [administratorRole.id, stewardRole.id, readerRole.id],
  siteMap: {
    uniqueName,
    name: 'Data Integration',
    areas: [
      {
        id: 'govcdm_area_dataintegration',
        title: 'Data Integration',
        groups: [
          {
            id: 'govcdm_group_setup',
            title: 'Setup',
            subAreas: [
              subArea('Identifiers', integrationIdentifier),
              subArea('Value Maps', integrationValueMap),
              {
                ...subArea('Code Comparison', integrationValueMap),
                id: 'govcdm_subarea_codecomparison',
                viewId: valueMapViews.comparison.id,
              },
              subArea('Commit Policies', integrationCommitPolicy),
            ],
          },
          {
            id: 'govcdm_group_processing',
            title: 'Processing',
            subAreas: [
              {
                id: 'govcdm_subarea_stewarddashboard',
                title: stewardDashboard.name,
                dashboardId: stewardDashboard.id,
                icon: appIcon.name,
              },
              subArea('Sync Jobs', integrationSyncJob),
              subArea('Sync Items', integrationSyncItem),
              {
                ...subArea(ledgerViews.held.name, integrationLedger),
                id: 'govcdm_subarea_heldvalues',
                viewId: ledgerViews.held.id,
              },
              subArea('Ledgers', integrationLedger),
            ],
          },
        ],
      },
    ],
  },
}

function subArea(title: string, { logicalName, icon }: Table): SiteMapSubArea {
  return {
    id: `govcdm_subarea_${logicalName.replace('govcdm_', '')}`,
    title,
    table: logicalName,
    ...(icon === undefined ? {} : { icon }),
  }
}
