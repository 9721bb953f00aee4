import type { TableComponent } from '../model/solution/index.js'
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
import {
  outcomesByDay,
  pendingBySource,
  pendingByTable,
  staleByTable,
  unmappedByFrequency,
} from './charts.js'
import { withControls } from './controls.js'
import * as forms from './forms/index.js'
import * as views from './views/index.js'

type Parts = Pick<TableComponent, 'table' | 'forms'> & {
  readonly views: Readonly<Record<string, TableComponent['views'][number]>>
  readonly charts?: TableComponent['charts']
}

/** Each table with its forms, views and charts; `controls`: the names of those that are built. */
export function tableComponents(controls: ReadonlySet<string>): readonly TableComponent[] {
  const parts: readonly Parts[] = [
    {
      table: integrationIdentifier,
      forms: forms.identifierForms,
      views: views.identifierViews,
    },
    { table: integrationValueMap, forms: forms.valueMapForms, views: { ...views.valueMapViews } },
    { table: integrationCommitPolicy, forms: forms.policyForms, views: { ...views.policyViews } },
    {
      table: integrationSyncJob,
      forms: forms.jobForms,
      views: views.jobViews,
      charts: [outcomesByDay],
    },
    {
      table: integrationSyncItem,
      forms: forms.itemForms,
      views: views.itemViews,
      charts: [unmappedByFrequency],
    },
    {
      table: integrationLedger,
      forms: forms.ledgerForms,
      views: views.ledgerViews,
      charts: [pendingBySource, pendingByTable, staleByTable],
    },
    { table: integrationLane, forms: forms.laneForms, views: { ...views.laneViews } },
    { table: integrationPayload, forms: forms.payloadForms, views: { ...views.payloadViews } },
    {
      table: integrationSubscription,
      forms: forms.subscriptionForms,
      views: { ...views.subscriptionViews },
    },
  ]
  return parts.map(({ table, forms, views, charts = [] }) =>
    withControls({ table, include: 'all', forms, views: Object.values(views), charts }, controls),
  )
}
