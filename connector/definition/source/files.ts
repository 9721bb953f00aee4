import { apiDefinition } from './api-definition.js'
import { apiProperties } from './api-properties.js'
import { placeholderRegistration } from './connection-parameters.js'
import { withReference } from './reference.js'

/**
 * The committed files of the definition by name.
 *
 * @param readme The text of readme.md, whose lists of operations and errors are replaced.
 */
export function definitionFiles(readme: string): Readonly<Record<string, string>> {
  return {
    'apiDefinition.swagger.json': JSON.stringify(apiDefinition),
    'apiProperties.json': JSON.stringify(apiProperties(placeholderRegistration('commercial'))),
    'readme.md': withReference(readme),
  }
}
