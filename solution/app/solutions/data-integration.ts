import { emptySolution } from '../../model/solution/index.js'
import type { CustomControl, Requirement, Solution } from '../../model/solution/index.js'
import { integrationCommitPolicy } from '../../tables/index.js'
import { ownChoices, yesNoChoice } from '../choices.js'
import { columnSecurityProfiles } from '../column-security.js'
import { dataIntegrationApp } from '../data-integration-app.js'
import { environmentVariables } from '../environment-variables.js'
import { coreSolution, mainSolutionName, publisher, version } from '../publisher.js'
import { roles } from '../roles.js'
import { stewardDashboard } from '../steward-dashboard.js'
import { tableComponents } from '../table-components.js'
import { webResources } from '../web-resources.js'

export interface DataIntegrationParts {
  /** The built PCF controls; none leaves every grid and field a stock one. */
  readonly controls: readonly CustomControl[]
}

/** The main solution: tables, app, roles and all that belongs to them. */
export function dataIntegration({ controls }: DataIntegrationParts): Solution {
  return {
    ...emptySolution,
    uniqueName: mainSolutionName,
    label: 'Data Integration',
    description:
      'Crosswalk, value maps, commit policies and a provenance ledger for data of many source systems.',
    version,
    publisher,
    requires: [yesNoRequirement()],
    tables: tableComponents(new Set(controls.map(({ name }) => name))),
    choices: ownChoices,
    roles,
    columnSecurityProfiles,
    dashboards: [stewardDashboard],
    webResources: webResources(),
    customControls: controls,
    apps: [dataIntegrationApp],
    environmentVariables,
  }
}

/** Core's yes/no choice is all that this solution needs of another. */
function yesNoRequirement(): Requirement {
  const { autoCertify } = integrationCommitPolicy.columns
  return {
    required: {
      type: '9',
      schemaName: yesNoChoice.name,
      displayName: yesNoChoice.label,
      solution: coreSolution,
    },
    dependent: {
      type: '2',
      schemaName: autoCertify.logicalName,
      displayName: autoCertify.label,
      parentSchemaName: integrationCommitPolicy.logicalName,
      parentDisplayName: integrationCommitPolicy.label,
    },
  }
}
