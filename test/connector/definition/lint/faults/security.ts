import { fault, propertiesFault } from './fault.js'
import type { Fault } from './fault.js'

const definitions = 'securityDefinitions'
const parameters = 'properties > connectionParameters'

/** Faults in how callers sign in. */
export const securityFaults: readonly Fault[] = [
  fault('SecuritySchemePropertyRequired', [`${definitions} > token > tokenUrl`, undefined]),
  fault('SecuritySchemePropertyRequired', [`${definitions} > api_key > name`, undefined]),
  fault('SecuritySchemePropertyNotValid', [`${definitions} > api_key > scopes`, {}]),
  fault('SecuritySchemePropertyNotValid', [`${definitions} > other`, { type: 'bearer' }]),
  fault('SecurityRequirementMustBeDefined', ['security > 2', { other: [] }]),
  fault('SecurityRequirementMustHaveValue', ['security > 1 > api_key', null]),
  fault('SecurityRequirementMustHaveEmptyValue', ['security > 1 > api_key', ['read']]),
  fault('OAuthSecurityRequirementValueMustBeScopeName', ['security > 0 > token', ['write']]),
  propertiesFault('SecurityDefinitionWithoutConnectionParameter', [
    `${parameters} > token`,
    undefined,
  ]),
  propertiesFault('SecurityDefinitionWithoutConnectionParameter', [
    `${parameters} > api_key`,
    undefined,
  ]),
  fault(
    'ConnectionParameterWithoutSecurityDefinition',
    [`${definitions} > api_key`, undefined],
    ['security', [{ token: ['read'] }]],
  ),
  fault(
    'ConnectionParameterWithoutSecurityDefinition',
    [`${definitions} > token`, undefined],
    ['security', [{ api_key: [] }]],
  ),
]
