import type { Definition, Operation, Schema } from '../connector/definition.js'
import { isParameter, missingParameters, schemaAt } from '../connector/request.js'
import type { OperationInputs } from '../workflow.js'

/** How a flow uses an operation. */
export type Use = 'action' | 'webhook' | 'polling'

const triggers = { action: undefined, webhook: 'single', polling: 'batch' } as const

/** What is wrong with a call of an operation, in sentences. */
export function callFaults(
  place: string,
  { host, parameters = {} }: OperationInputs,
  use: Use,
  { operations }: Definition,
): readonly string[] {
  const operation = operations.get(host.operationId)
  if (!operation) return [`${place} calls ${host.operationId}, which is no operation.`]
  const { operationId } = operation
  const isRightUse = operation.trigger === triggers[use] && !operation.isInternal
  return [
    ...(isRightUse ? [] : [`${place} calls ${operationId}, which is no ${use}.`]),
    ...missingParameters(operation, parameters).map(
      (name) => `${place} does not give ${name}, which ${operationId} needs.`,
    ),
    ...Object.entries(parameters).flatMap(([name, value]) =>
      isParameter(operation, name)
        ? valueFaults(`${place}, ${name}`, value, parameterSchema(operation, name))
        : [`${place} gives ${name}, which ${operationId} does not take.`],
    ),
  ]
}

function parameterSchema({ parameters }: Operation, name: string): Schema | undefined {
  return parameters.map((parameter) => schemaAt(parameter, name)).find(Boolean)
}

/** Values that are written out must be those that the schema lists. */
function valueFaults(place: string, value: unknown, schema: Schema = {}): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry) => valueFaults(place, entry, schema.items))
  }
  if (typeof value === 'string' && value.includes('@')) return []
  if (!schema.enum || schema.enum.includes(value)) return []
  return [`${place} is ${JSON.stringify(value)}, expected one of ${schema.enum.join(', ')}.`]
}
