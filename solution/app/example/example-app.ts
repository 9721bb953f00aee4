import type { App, SiteMapSubArea, WebResource } from '../../model/solution/index.js'
import type { Table } from '../../model/index.js'
import {
  country,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
  stateOrProvince,
} from '../../tables/index.js'
import { administratorRole, readerRole, stewardRole } from '../roles.js'
import { ledgerViews } from '../views/index.js'
import { appIconFile, icon } from '../web-resources.js'

const uniqueName = 'govcdm_DataIntegrationExample'
const name = 'Data Integration Example'

const iconName = 'govcdm_dataintegrationworkbench_example'
const appIcon = icon(`${iconName}_icon`, name, appIconFile)
const countryIcon = icon(`${iconName}_country_icon`, country.label, 'example-country.svg')
const stateIcon = icon(
  `${iconName}_stateorprovince_icon`,
  stateOrProvince.label,
  'example-state-or-province.svg',
)
/** By name, as a folder of them is read. */
export const exampleIcons: readonly WebResource[] = [countryIcon, appIcon, stateIcon]

/** Tables of the main solution that the records' timeline shows or leads to. */
export const exampleLedgerTables = [integrationLedger, integrationSyncJob, integrationSyncItem]
export const exampleRoles = [administratorRole, stewardRole, readerRole]

/** Core's countries and states, each beside what the ledger knows of it. */
export const exampleApp: App = {
  uniqueName,
  name,
  description: 'Countries and their subdivisions beside where each of their values came from.',
  icon: appIcon.name,
  tables: [country, stateOrProvince, ...exampleLedgerTables].map(({ logicalName }) => logicalName),
  forms: [],
  views: [],
  roles: exampleRoles.map(({ id }) => id),
  siteMap: {
    uniqueName,
    name,
    areas: [
      {
        id: 'govcdm_area_example',
        title: 'Example',
        groups: [
          {
            id: 'govcdm_group_governeddata',
            title: 'Governed Data',
            subAreas: [
              { ...subArea(country), icon: countryIcon.name },
              { ...subArea(stateOrProvince), icon: stateIcon.name },
            ],
          },
          {
            id: 'govcdm_group_exampleprovenance',
            title: 'Provenance',
            subAreas: [ledgerArea('held'), ledgerArea('timeline')],
          },
        ],
      },
    ],
  },
}

function ledgerArea(view: 'held' | 'timeline'): SiteMapSubArea {
  const { name: title, id: viewId } = ledgerViews[view]
  const area = subArea(integrationLedger)
  return { ...area, id: `${area.id}_${view}`, title, viewId }
}

function subArea({ logicalName, pluralLabel, icon: picture }: Table): SiteMapSubArea {
  return {
    id: `govcdm_subarea_example_${logicalName.replace('govcdm_', '')}`,
    title: pluralLabel,
    table: logicalName,
    ...(picture === undefined ? {} : { icon: picture }),
  }
}
