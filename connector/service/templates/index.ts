import { codes } from './codes.js'
import { organisations } from './organisations.js'
import { people } from './people.js'
import { places } from './places.js'
import type { PolicyTemplate } from './template.js'

export type { PolicyTemplate, TemplateMap, TemplatePolicy } from './template.js'

/** All templates, by id. */
export const policyTemplates: readonly PolicyTemplate[] = [codes, organisations, people, places]
