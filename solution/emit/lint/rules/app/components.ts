import { childOf, childrenOf } from '../../../../model/xml.js'
import type { XmlElement } from '../../../../model/xml.js'
import type { ComponentFacts } from '../../facts/component.js'
import type { Facts } from '../../facts/facts.js'
import { bareId } from '../../facts/names.js'
import { within } from '../../facts/place.js'
import type { Rule } from '../../rule.js'

export const appComponents: Rule = {
  id: 'A1',
  level: 'house',
  sentence:
    'Every component of an app exists in the package, the platform or a listed missing dependency.',
  *check(facts) {
    for (const app of facts.ofType('80')) {
      for (const node of componentsOf(app)) {
        const { type = '', schemaName, id } = node.attributes
        const name = schemaName ?? id ?? ''
        if (exists(facts, type, schemaName ?? bareId(id))) continue
        yield {
          at: within(app.place, `AppModuleComponent type ${type} ${name}`, node),
          message: `The component "${name}" of type ${type} is neither in the package nor a listed missing dependency.`,
        }
      }
    }
  },
}

/** What only roles of services have: the app is not for them. */
const ofServices = 'prvActOnBehalfOfAnotherUser'

export const roleMaps: Rule = {
  id: 'A5',
  level: 'house',
  sentence:
    "Every role for people is mapped to an app of the package (one that may act for other users is a service's).",
  *check(facts) {
    const apps = facts.ofType('80')
    if (apps.length === 0) return
    const mapped = new Set(
      apps.flatMap(({ node }) =>
        childrenOf(childOf(node, 'AppModuleRoleMaps'), 'Role').map(({ attributes }) =>
          bareId(attributes.id),
        ),
      ),
    )
    for (const { key, name, node, place } of facts.ofType('20')) {
      if (mapped.has(key) || grants(node, ofServices)) continue
      yield { at: place, message: `No app of the package maps the role "${name}" {${key}}.` }
    }
  },
}

const grants = (role: XmlElement, privilege: string) =>
  childrenOf(childOf(role, 'RolePrivileges'), 'RolePrivilege').some(
    ({ attributes }) => attributes.name === privilege,
  )

/** `AppModuleComponent` elements of an app. */
export function componentsOf({ node }: ComponentFacts): readonly XmlElement[] {
  return childrenOf(childOf(node, 'AppModuleComponents'), 'AppModuleComponent')
}

function exists(facts: Facts, type: string, key: string): boolean {
  if (facts.requires(type, key)) return true
  if (type === '1') return facts.knowsTable(key)
  if (type === '26') {
    return facts.tables.some(({ views }) => views.some(({ id }) => id === key))
  }
  if (type === '60') {
    const inTables = facts.tables.some(({ forms }) => forms.some(({ id }) => id === key))
    if (inTables) return true
  }
  const kinds = ['29', '60', '61', '62', '66', '300']
  return !kinds.includes(type) || facts.ofType(type).some((component) => component.key === key)
}
