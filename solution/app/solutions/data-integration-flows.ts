import { emptySolution } from '../../model/solution/index.js'
import type {
  ConnectionReference,
  Flow,
  Requirement,
  Solution,
} from '../../model/solution/index.js'
import { connections } from '../flows/connections.js'
import { cloudFlow } from '../flows/flow.js'
import { sampleFlows } from '../flows/index.js'
import { flowVariables, sourceSystem } from '../flows/variables.js'
import { mainSolution, publisher, version } from '../publisher.js'
import { connectorSolution } from './data-integration-connector.js'

/** Sample flows, switched off until a maker turns them on. Imported after the connector. */
export function dataIntegrationFlows(): Solution {
  const flows = sampleFlows.map((declaration) => [declaration, cloudFlow(declaration)] as const)
  return {
    ...emptySolution,
    uniqueName: 'govcdm_dataintegrationworkbench_flows',
    label: 'Data Integration Flows',
    description: 'Sample flows that load, approve, report and push governed values.',
    version,
    publisher,
    requires: [
      ...connections.flatMap(({ reference }) => connectorRequirement(reference)),
      ...flows
        .filter(([{ variables }]) => variables.includes(sourceSystem))
        .map(([, flow]) => variableRequirement(flow)),
    ],
    environmentVariables: Object.values(flowVariables),
    connectionReferences: connections.map(({ reference }) => reference),
    flows: flows.map(([, flow]) => flow),
  }
}

/** The custom connector, which is in a solution of its own. */
function connectorRequirement({
  customConnectorId,
  logicalName,
  label,
}: ConnectionReference): readonly Requirement[] {
  if (customConnectorId === undefined) return []
  return [
    {
      required: { type: '372', id: customConnectorId, solution: connectorSolution },
      dependent: {
        type: 'connectionreference',
        displayName: label,
        settings: { 'id.connectionreferencelogicalname': logicalName },
      },
    },
  ]
}

const variableRequirement = ({ id, name }: Flow): Requirement => ({
  required: {
    type: '380',
    schemaName: sourceSystem.schemaName,
    displayName: sourceSystem.label,
    solution: mainSolution,
  },
  dependent: { type: '29', displayName: name, id },
})
