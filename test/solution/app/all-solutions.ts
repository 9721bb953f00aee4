import {
  dataIntegration,
  dataIntegrationConnector,
  dataIntegrationExample,
} from '../../../solution/app/solutions/index.js'
import type { Solution } from '../../../solution/model/solution/index.js'

export const main = dataIntegration({ controls: [] })
export const example = dataIntegrationExample()
export const connector = dataIntegrationConnector({
  apiDefinition: '{ "info": { "title": "Ledger", "description": "Talks to the service." } }',
  apiProperties:
    '{ "properties": { "connectionParameters": {}, "iconBrandColor": "#123456", ' +
    '"policyTemplateInstances": [{ "templateId": "one" }] } }',
  icon: new Uint8Array([1]),
})

export const solutions: readonly Solution[] = [main, connector, example]
