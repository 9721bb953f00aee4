import { childrenOf, descendants } from '../../../../model/xml.js'
import type { XmlElement } from '../../../../model/xml.js'
import type { Facts } from '../../facts/facts.js'
import { bareId, groupBy } from '../../facts/names.js'
import { within } from '../../facts/place.js'
import type { Place } from '../../facts/place.js'
import type { Rule } from '../../rule.js'
import { replacedClass } from './control-classes.js'
import { formsAndDashboards } from './ids.js'

export const descriptions: Rule = {
  id: 'F3',
  level: 'error',
  sentence: 'The forControl of every controlDescription is the uniqueid of exactly one control.',
  *check(facts) {
    for (const { controls, descriptions, place } of formsAndDashboards(facts)) {
      for (const description of descriptions) {
        const { forControl = '' } = description.attributes
        const count = controls.filter(({ uniqueId }) => uniqueId === bareId(forControl)).length
        if (count === 1) continue
        yield {
          at: within(place, `controlDescription ${forControl}`, description),
          message: `${count} controls of the form have the uniqueid "${forControl}"; expected one.`,
        }
      }
    }
  },
}

/** Exports keep unique ids of controls that are not replaced (any more). */
export const described: Rule = {
  id: 'F3-described',
  level: 'house',
  sentence: 'A control of the replaced class has a uniqueid with one controlDescription.',
  *check(facts) {
    for (const { controls, descriptions } of formsAndDashboards(facts)) {
      const byControl = groupBy(descriptions, ({ attributes }) => bareId(attributes.forControl))
      for (const { classId, uniqueId, place } of controls) {
        if (classId !== replacedClass) continue
        const count = uniqueId === undefined ? 0 : (byControl.get(uniqueId)?.length ?? 0)
        if (count === 1) continue
        yield {
          at: place,
          message: `The control has the class of a replaced control and ${count} controlDescriptions; expected one for its uniqueid.`,
        }
      }
    }
  },
}

/** A `controlDescription` anywhere in the package, with the table it shows. */
export interface Description {
  /** Logical name; undefined in a dashboard. */
  readonly table: string | undefined
  readonly node: XmlElement
  readonly place: Place
}

/** Of forms, views, default grids and dashboards. */
export function* allDescriptions({ tables, dashboards }: Facts): Generator<Description> {
  for (const { logicalName: table, forms, views, node, place } of tables) {
    for (const form of forms) yield* bindingsOf(form.descriptions, form.place, table)
    for (const view of views) {
      if (view.grid) yield* bindingsOf(below(view.grid), view.place, table)
    }
    for (const configs of childrenOf(node, 'CustomControlDefaultConfigs')) {
      const at = within(place, 'CustomControlDefaultConfigs', configs)
      yield* bindingsOf(below(configs), at, table)
    }
  }
  for (const { descriptions: nodes, place } of dashboards)
    yield* bindingsOf(nodes, place, undefined)
}

const below = (node: XmlElement) =>
  [...descendants(node)].filter(({ name }) => name === 'controlDescription')

function* bindingsOf(
  nodes: readonly XmlElement[],
  outer: Place,
  table: string | undefined,
): Generator<Description> {
  for (const node of nodes) {
    const { forControl } = node.attributes
    const label =
      forControl === undefined ? 'controlDescription' : `controlDescription ${forControl}`
    yield { table, node, place: within(outer, label, node) }
  }
}
