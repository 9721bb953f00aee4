import { descendants } from '../../../../model/xml.js'
import type { XmlElement } from '../../../../model/xml.js'
import type { ComponentFacts } from '../../facts/component.js'
import { bareId, groupBy, isGuid } from '../../facts/names.js'
import { within } from '../../facts/place.js'
import type { Facts } from '../../facts/facts.js'
import type { Rule } from '../../rule.js'
import { componentsOf } from './components.js'

export const siteMapTables: Rule = {
  id: 'A2',
  level: 'house',
  sentence: 'Every table and dashboard of a site map is a component of the app that uses it.',
  *check(facts) {
    for (const siteMap of facts.ofType('62')) {
      for (const app of appsOf(facts, siteMap)) {
        const keys = new Set(
          componentsOf(app).map(({ attributes }) =>
            (attributes.schemaName ?? bareId(attributes.id)).toLowerCase(),
          ),
        )
        for (const node of partsOf(siteMap, ['SubArea'])) {
          const { Id = '', Entity, DefaultDashboard } = node.attributes
          const wanted = [Entity, DefaultDashboard].filter((each) => each !== undefined)
          for (const name of wanted) {
            if (keys.has(isGuid(name) ? bareId(name) : name.toLowerCase())) continue
            yield {
              at: within(siteMap.place, `SubArea ${Id}`, node),
              message: `The sub-area opens "${name}", which is not a component of the app "${app.name}".`,
            }
          }
        }
      }
    }
  },
}

/** Apps that list the site map as a component. */
function appsOf(facts: Facts, siteMap: ComponentFacts): readonly ComponentFacts[] {
  return facts
    .ofType('80')
    .filter((app) =>
      componentsOf(app).some(
        ({ attributes: { type, schemaName } }) => type === '62' && schemaName === siteMap.key,
      ),
    )
}

export const siteMapIds: Rule = {
  id: 'A3',
  level: 'error',
  sentence:
    'Ids of areas, groups and sub-areas are unique in their site map, of letters, digits and underscores.',
  *check(facts) {
    for (const siteMap of facts.ofType('62')) {
      const nodes = partsOf(siteMap, ['Area', 'Group', 'SubArea'])
      for (const node of nodes) {
        const { Id = '' } = node.attributes
        if (/^[A-Za-z0-9_]+$/.test(Id)) continue
        yield {
          at: within(siteMap.place, `${node.name} ${Id}`.trim(), node),
          message: `The Id is "${Id}"; expected letters, digits and underscores.`,
        }
      }
      for (const [id, [, second]] of groupBy(nodes, ({ attributes }) => attributes.Id ?? '')) {
        if (!second || id === '') continue
        yield {
          at: within(siteMap.place, `${second.name} ${id}`, second),
          message: `The site map has the Id "${id}" already.`,
        }
      }
    }
  },
}

function partsOf({ node }: ComponentFacts, names: readonly string[]): readonly XmlElement[] {
  return [...descendants(node)].filter(({ name }) => names.includes(name))
}
