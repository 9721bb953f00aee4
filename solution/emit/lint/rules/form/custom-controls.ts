import { childOf, childrenOf } from '../../../../model/xml.js'
import type { XmlElement } from '../../../../model/xml.js'
import { controlManifests } from '../../facts/control-manifest.js'
import type { ControlManifest } from '../../facts/control-manifest.js'
import type { Facts } from '../../facts/facts.js'
import { groupBy } from '../../facts/names.js'
import { within } from '../../facts/place.js'
import type { Place } from '../../facts/place.js'
import type { Problem, Rule } from '../../rule.js'
import { allDescriptions } from './bindings.js'
import type { Description } from './bindings.js'
import { typesOf } from './property-types.js'

const formFactors = ['0', '1', '2']

export const formFactorsBound: Rule = {
  id: 'F6',
  level: 'error',
  sentence: 'A control is bound for the form factors 0, 1 and 2, each once.',
  *check(facts) {
    for (const { node, place } of allDescriptions(facts)) {
      const factors = groupBy(namedControls(node), (each) => each.attributes.formFactor ?? 'none')
      if (factors.size === 0) continue
      for (const factor of formFactors) {
        const count = factors.get(factor)?.length ?? 0
        if (count === 1) continue
        yield {
          at: place,
          message: `${count} customControls have formFactor ${factor}; expected one for each of 0, 1 and 2.`,
        }
      }
    }
  },
}

export const controlsKnown: Rule = {
  id: 'F6-control',
  level: 'error',
  sentence:
    'A bound control is in the package with its RootComponent, or is a listed missing dependency.',
  *check(facts) {
    for (const { name, node, place } of bound(facts)) {
      if (facts.requires('66', name)) continue
      const own = facts.ofType('66').some(({ key }) => key === name)
      const root = facts.manifest.roots.some(
        (each) => each.type === '66' && each.schemaName === name,
      )
      if (own && root) continue
      yield {
        at: within(place, `customControl ${name}`, node),
        message: own
          ? `The control "${name}" has no RootComponent of type 66.`
          : `The control "${name}" is neither in the package nor a listed missing dependency.`,
      }
    }
  },
}

export const bindings: Rule = {
  id: 'F6-properties',
  level: 'error',
  sentence:
    "A binding's data set and properties are those of the control's manifest, and a bound column exists with a type that its property takes.",
  *check(facts) {
    const manifests = new Map(controlManifests(facts.source).map((each) => [each.name, each]))
    for (const { name, node, place, table } of bound(facts)) {
      const manifest = manifests.get(name)
      if (!manifest) continue
      const at = within(place, `customControl ${name}`, node)
      for (const parameter of childOf(node, 'parameters')?.children ?? []) {
        yield* parameterProblems(facts, { manifest, parameter, at, table })
      }
    }
  },
}

const namedControls = (description: XmlElement) =>
  childrenOf(description, 'customControl').filter(({ attributes }) => attributes.name !== undefined)

interface Bound extends Description {
  readonly name: string
}

function* bound(facts: Facts): Generator<Bound> {
  for (const description of allDescriptions(facts)) {
    for (const node of namedControls(description.node)) {
      yield { ...description, node, name: node.attributes.name ?? '' }
    }
  }
}

interface Parameter {
  readonly manifest: ControlManifest
  readonly parameter: XmlElement
  readonly at: Place
  readonly table: string | undefined
}

function* parameterProblems(facts: Facts, given: Parameter): Generator<Problem> {
  const { manifest, parameter, at, table } = given
  const { name: dataSet = '', static: isStatic } = parameter.attributes
  const place = within(at, `${parameter.name} ${dataSet}`.trim(), parameter)
  if (parameter.name === 'data-set') {
    if (manifest.dataSets.has(dataSet)) return
    const message = `The manifest of ${manifest.name} has no data-set "${dataSet}".`
    yield { at: place, message }
    return
  }
  const property = manifest.properties.get(parameter.name)
  if (!property) {
    yield {
      at: place,
      message: `The manifest of ${manifest.name} has no property "${parameter.name}".`,
    }
    return
  }
  if (property.attributes.usage !== 'bound' || isStatic === 'true' || table === undefined) return
  const column = parameter.text.trim()
  const known = facts.columnTypes(table)
  if (!known) return
  const type = known.get(column)
  if (type === undefined) {
    yield {
      at: place,
      message: `The property is bound to "${column}", a column that the table "${table}" does not have.`,
    }
    return
  }
  const taken = typesOf(manifest, property)
  if (taken.length === 0 || taken.includes(type)) return
  yield {
    at: place,
    message: `The property takes columns of Type ${taken.join(', ')}; the column "${column}" has Type ${type}.`,
  }
}
