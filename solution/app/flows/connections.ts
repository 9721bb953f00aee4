import { componentId } from '../../model/solution/index.js'
import type { ConnectionReference } from '../../model/solution/index.js'

/** A connector that the flows use, by a connection reference of the solution. */
export interface FlowConnection {
  /** What actions call it by. */
  readonly key: string
  readonly reference: ConnectionReference
  /** Of a custom connector; the platform finds it by this name. */
  readonly connectorLogicalName?: string
}

const connectorName = 'govcdm_dataintegration'
const connectorGuid = componentId('connector', connectorName)

/** Where an environment keeps a connector. */
const apis = '/providers/Microsoft.PowerApps/apis/'

/**
 * Ends in letters that each environment gives the connector anew: the platform puts its own in their
 * place on import, by the id of the custom connector.
 */
const customApi = `shared_${connectorName.replace('_', '-5f')}-5f${connectorGuid.replaceAll('-', '').slice(0, 16)}`

export const integrationService: FlowConnection = {
  key: customApi,
  connectorLogicalName: connectorName.replace('_', '_5F'),
  reference: {
    logicalName: 'govcdm_dataintegration_service',
    label: 'Integration Service',
    connectorId: `${apis}${customApi}`,
    customConnectorId: connectorGuid,
  },
}

/** Mail: in every cloud. */
export const mail = standard('shared_office365', 'govcdm_dataintegration_mail', 'Mail')

export const approvals = standard(
  'shared_approvals',
  'govcdm_dataintegration_approvals',
  'Approvals',
)

export const connections: readonly FlowConnection[] = [integrationService, mail, approvals]

function standard(key: string, logicalName: string, label: string): FlowConnection {
  return { key, reference: { logicalName, label, connectorId: `${apis}${key}` } }
}
