import {
  dataIntegration,
  dataIntegrationConnector,
  dataIntegrationExample,
  dataIntegrationFlows,
} from '../../../solution/app/solutions/index.js'
import { boundControls } from './bound-controls.js'
import type { Solution } from '../../../solution/model/solution/index.js'

export const main = dataIntegration({ controls: [] })
/** With all controls, since what only a control can show is left out without it. */
export const example = dataIntegrationExample({ controls: boundControls })
export const connector = dataIntegrationConnector({
  apiDefinition: '{ "info": { "title": "Ledger", "description": "Talks to the service." } }',
  apiProperties: JSON.stringify({
    properties: {
      connectionParameterSets: {
        values: [
          { name: 'entra', parameters: { token: { oAuthSettings: { customParameters: {} } } } },
        ],
      },
      iconBrandColor: '#123456',
      policyTemplateInstances: [{ templateId: 'one' }],
    },
  }),
  icon: new Uint8Array([1]),
})

export const flows = dataIntegrationFlows()

export const solutions: readonly Solution[] = [main, connector, example, flows]
