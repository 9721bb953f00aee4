import type { EnvironmentVariable } from '../../model/solution/index.js'
import { environmentVariables } from '../environment-variables.js'
import { call } from './expression.js'
import type { Expression } from './expression.js'

/** What the flows need to be told where they are installed. */
export const flowVariables = {
  changeFile: {
    schemaName: 'govcdm_IntegrationChangeFileAddress',
    label: 'Change File Address',
    description: 'Address of the file of changes that a flow loads every morning.',
    type: 'string',
  },
  sourceAddress: {
    schemaName: 'govcdm_IntegrationSourceAddress',
    label: 'Source System Address',
    description: 'Address of the source system that certified values are posted to.',
    type: 'string',
  },
  stewards: {
    schemaName: 'govcdm_IntegrationStewards',
    label: 'Stewards',
    description:
      'Mail addresses of those who approve values and are told of failures, divided by ;.',
    type: 'string',
  },
} as const satisfies Readonly<Record<string, EnvironmentVariable>>

/** The main solution's: which source system the flows are about. */
export const sourceSystem = knownVariable('govcdm_IntegrationDefaultSourceSystem')

function knownVariable(schemaName: string): EnvironmentVariable {
  const found = environmentVariables.find((variable) => variable.schemaName === schemaName)
  if (!found) throw new Error(`The main solution has no environment variable ${schemaName}.`)
  return found
}

/** A flow reads an environment variable as a parameter of this name. */
export const parameterName = ({ label, schemaName }: EnvironmentVariable): string =>
  `${label} (${schemaName})`

export const variable = (one: EnvironmentVariable): Expression =>
  call('parameters', parameterName(one))
