import { apiDefinition } from './api-definition.js'
import { apiProperties } from './api-properties.js'
import { placeholderRegistration } from './connection-parameters.js'

/** The committed JSON files of the definition by name. */
export function definitionFiles(): Readonly<Record<string, object>> {
  return {
    'apiDefinition.swagger.json': apiDefinition,
    'apiProperties.json': apiProperties(placeholderRegistration('commercial')),
  }
}
