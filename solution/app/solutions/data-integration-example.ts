import { emptySolution } from '../../model/solution/index.js'
import type { Solution } from '../../model/solution/index.js'
import { withControls } from '../controls.js'
import { exampleApp, exampleIcons } from '../example/example-app.js'
import { governedForms } from '../example/governed-forms.js'
import { exampleRequirements } from '../example/requirements.js'
import { publisher, version } from '../publisher.js'
import type { DataIntegrationParts } from './data-integration.js'

/**
 * New main forms for Core's country and state tables, to see governed records with, and an app that
 * shows them. The controls are the main solution's, which is imported first.
 */
export function dataIntegrationExample({ controls }: DataIntegrationParts): Solution {
  const built = new Set(controls.map(({ name }) => name))
  const tables = governedForms(built).map(([table, form]) =>
    withControls({ table, include: 'listed', forms: [form], views: [], charts: [] }, built),
  )
  return {
    ...emptySolution,
    uniqueName: 'govcdm_dataintegrationworkbench_example',
    label: 'Data Integration Example',
    description: "Forms for Core's countries and states that show governed data, and their app.",
    version,
    publisher,
    requires: exampleRequirements(
      tables.flatMap(({ table, forms }) => forms.map((form) => [table, form] as const)),
    ),
    tables,
    webResources: exampleIcons,
    apps: [exampleApp],
  }
}
