import { descendants } from '../../../../model/xml.js'
import type { XmlElement } from '../../../../model/xml.js'
import { bareId, groupBy } from '../../facts/names.js'
import { within } from '../../facts/place.js'
import type { FormFacts } from '../../facts/form.js'
import type { Facts } from '../../facts/facts.js'
import type { Rule } from '../../rule.js'

const parts = ['tab', 'section', 'cell', 'control']

export const formIds: Rule = {
  id: 'F2',
  level: 'error',
  sentence: 'Ids of tabs, sections, cells and controls are unique in their form.',
  *check(facts) {
    for (const { form, place } of formsAndDashboards(facts)) {
      const nodes = form ? [...descendants(form)].filter(isPart) : []
      for (const [key, [, second]] of groupBy(nodes, idOf)) {
        const id = key.slice(key.indexOf(' ') + 1)
        if (!second || id === '') continue
        yield {
          at: within(place, `${second.name} ${id}`, second),
          message: `The form has a ${second.name} with the id "${id}" already.`,
        }
      }
    }
  },
}

const isPart = ({ name }: XmlElement) => parts.includes(name)

const idOf = ({ name, attributes }: XmlElement) => `${name} ${bareId(attributes.id)}`

/** Forms of all tables, then dashboards. */
export function formsAndDashboards({ tables, dashboards }: Facts): readonly FormFacts[] {
  return [...tables.flatMap(({ forms }) => forms), ...dashboards]
}
