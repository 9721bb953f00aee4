import { componentId } from '../../model/solution/index.js'
import type { EnvironmentVariable, Flow } from '../../model/solution/index.js'
import { operationInputs } from './actions.js'
import type { FlowConnection } from './connections.js'
import { parameterName } from './variables.js'
import { connectionsOf, inOrder } from './workflow.js'
import type { Actions, Json } from './workflow.js'

export interface Trigger {
  readonly name: string
  readonly json: Json
  readonly connections: readonly FlowConnection[]
}

export interface FlowDeclaration {
  readonly name: string
  readonly description: string
  readonly trigger: Trigger
  /** Environment variables that it reads. */
  readonly variables: readonly EnvironmentVariable[]
  readonly actions: Actions
}

/** Every day at an hour of UTC. */
export const everyDay = (name: string, hour: number): Trigger => ({
  name,
  connections: [],
  json: {
    type: 'Recurrence',
    recurrence: {
      frequency: 'Day',
      interval: 1,
      schedule: { hours: [String(hour)], minutes: [0] },
      timeZone: 'UTC',
    },
  },
})

/** Fires when the service tells of an event. */
export const told = (
  name: string,
  connection: FlowConnection,
  operationId: string,
  parameters: Readonly<Record<string, Json>>,
): Trigger => ({
  name,
  connections: [connection],
  json: {
    type: 'OpenApiConnectionWebhook',
    inputs: operationInputs(connection, operationId, parameters),
  },
})

/** Looks for events at intervals; each one is a run of its own. */
export const polled = (
  name: string,
  connection: FlowConnection,
  operationId: string,
  parameters: Readonly<Record<string, Json>>,
): Trigger => ({
  name,
  connections: [connection],
  json: {
    type: 'OpenApiConnection',
    recurrence: { frequency: 'Minute', interval: 5 },
    splitOn: "@triggerOutputs()?['body/value']",
    inputs: operationInputs(connection, operationId, parameters),
  },
})

/** Switched off until somebody means it to run. */
const off = { StateCode: '0', StatusCode: '1' }

const schema =
  'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'

/** A declaration as the solution carries it. */
export function cloudFlow(declaration: FlowDeclaration): Flow {
  const { name, description, trigger, variables, actions } = declaration
  const used = new Map(
    [...trigger.connections, ...connectionsOf(actions)].map((one) => [one.key, one]),
  )
  const file: Json = {
    properties: {
      connectionReferences: Object.fromEntries(
        [...used.values()].map((one) => [one.key, connectionUse(one)]),
      ),
      definition: {
        $schema: schema,
        contentVersion: '1.0.0.0',
        parameters: {
          $connections: { defaultValue: {}, type: 'Object' },
          $authentication: { defaultValue: {}, type: 'SecureObject' },
          ...Object.fromEntries(variables.map((one) => [parameterName(one), parameter(one)])),
        },
        triggers: { [trigger.name]: trigger.json },
        actions: inOrder(actions),
      },
      templateName: '',
    },
    schemaVersion: '1.0.0.0',
  }
  return {
    id: componentId('flow', name),
    name,
    description,
    definition: `${JSON.stringify(file, null, 2)}\n`,
    settings: off,
  }
}

function connectionUse({ key, reference, connectorLogicalName }: FlowConnection): Json {
  return {
    runtimeSource: 'embedded',
    connection: { connectionReferenceLogicalName: reference.logicalName },
    api: {
      name: key,
      ...(connectorLogicalName !== undefined && { logicalName: connectorLogicalName }),
    },
  }
}

const parameter = ({ schemaName, description = '' }: EnvironmentVariable): Json => ({
  defaultValue: '',
  type: 'String',
  metadata: { schemaName, description },
})
