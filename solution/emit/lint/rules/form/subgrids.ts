import { childOf, textAt } from '../../../../model/xml.js'
import type { XmlElement } from '../../../../model/xml.js'
import type { Facts } from '../../facts/facts.js'
import { bareId, emptyId } from '../../facts/names.js'
import { within } from '../../facts/place.js'
import type { Place } from '../../facts/place.js'
import type { FormFacts } from '../../facts/form.js'
import { isPlatformTable } from '../../facts/platform-tables.js'
import type { Problem, Rule } from '../../rule.js'
import { subgridClass } from './control-classes.js'
import { formsAndDashboards } from './ids.js'

export const subgrids: Rule = {
  id: 'F5',
  level: 'error',
  sentence:
    "A subgrid's table, relationship, view and chart exist in the package, the platform or a listed missing dependency.",
  *check(facts) {
    for (const { form, owner } of owned(facts)) {
      for (const [parameters, place] of subgridParameters(form)) {
        yield* sourceProblems(facts, parameters, place, owner)
      }
    }
  },
}

/** Forms with the logical name of their table; dashboards have none. */
function owned(facts: Facts): readonly { form: FormFacts; owner: string | undefined }[] {
  const owners = new Map(
    facts.tables.flatMap(({ forms, logicalName }) =>
      forms.map((form) => [form, logicalName] as const),
    ),
  )
  return formsAndDashboards(facts).map((form) => ({ form, owner: owners.get(form) }))
}

/** `parameters` of subgrids, and the `data-set`s of the controls that replace them. */
function* subgridParameters(form: FormFacts): Generator<readonly [XmlElement, Place]> {
  for (const { node, classId, place } of form.controls) {
    const parameters = childOf(node, 'parameters')
    const isGrid = classId === subgridClass || node.attributes.indicationOfSubgrid === 'true'
    if (parameters && isGrid) yield [parameters, place]
  }
  for (const description of form.descriptions) {
    const { forControl = '' } = description.attributes
    const place = within(form.place, `controlDescription ${forControl}`, description)
    for (const control of description.children) {
      for (const part of childOf(control, 'parameters')?.children ?? []) {
        if (part.name === 'data-set' && childOf(part, 'TargetEntityType')) yield [part, place]
      }
    }
  }
}

function* sourceProblems(
  facts: Facts,
  parameters: XmlElement,
  place: Place,
  owner: string | undefined,
): Generator<Problem> {
  const at = (name: string) => within(place, name, childOf(parameters, name))
  const target = textAt(parameters, 'TargetEntityType') ?? ''
  const table = facts.table(target)
  if (target !== '' && !facts.knowsTable(target)) {
    yield {
      at: at('TargetEntityType'),
      message: `The table "${target}" is neither in the package nor of the platform nor a listed missing dependency.`,
    }
    return
  }
  const view = bareId(textAt(parameters, 'ViewId'))
  if (view !== '' && view !== emptyId && textAt(parameters, 'IsUserView') !== 'true') {
    const own = table?.views.some(({ id }) => id === view) ?? false
    if (!own && (table?.whole ?? !isPlatformTable(target)) && !facts.requires('26', view)) {
      yield {
        at: at('ViewId'),
        message: `The table "${target}" has no view {${view}} in the package.`,
      }
    }
  }
  const chart = bareId(textAt(parameters, 'VisualizationId'))
  if (chart !== '' && table?.whole && textAt(parameters, 'IsUserChart') !== 'true') {
    if (!table.charts.some(({ id }) => id === chart)) {
      yield {
        at: at('VisualizationId'),
        message: `The table "${target}" has no chart {${chart}} in the package.`,
      }
    }
  }
  const relationship = textAt(parameters, 'RelationshipName') ?? ''
  if (relationship !== '' && owner !== undefined && table?.whole) {
    yield* relationshipProblem(
      facts,
      relationship,
      [owner, table.logicalName],
      at('RelationshipName'),
    )
  }
}

function* relationshipProblem(
  { relationships }: Facts,
  name: string,
  [owner, target]: readonly [string, string],
  at: Place,
): Generator<Problem> {
  const found = relationships.find((each) => each.name === name)
  if (!found) {
    yield { at, message: `The package has no relationship "${name}".` }
    return
  }
  const ends = [found.referencing.toLowerCase(), found.referenced.toLowerCase()]
  if (ends[0] === target && ends[1] === owner) return
  if (found.manyToMany && ends.includes(target) && ends.includes(owner)) return
  yield {
    at,
    message: `The relationship "${name}" is from "${found.referencing}" to "${found.referenced}"; expected from "${target}" to "${owner}".`,
  }
}
