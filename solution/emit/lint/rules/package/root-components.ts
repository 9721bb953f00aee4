import { bareId, groupBy } from '../../facts/names.js'
import type { Facts } from '../../facts/facts.js'
import { componentKinds } from '../../facts/component.js'
import { environmentVariables } from '../../facts/environment-variable.js'
import type { RootFacts } from '../../facts/manifest.js'
import { childOf, childrenOf, textAt } from '../../../../model/xml.js'
import type { Rule } from '../../rule.js'

const words: Readonly<Record<string, string>> = {
  '1': 'table',
  '9': 'choice',
  '20': 'role',
  '26': 'view',
  '29': 'process',
  '60': 'form or dashboard',
  '61': 'web resource',
  '62': 'site map',
  '66': 'control',
  '70': 'column security profile',
  '80': 'app',
  '300': 'canvas app',
  '371': 'connector',
  '372': 'connector',
  '380': 'environment variable',
  '431': 'attribute image configuration',
  '432': 'entity image configuration',
}

/** A root component without its definition makes the import fail with "not found". */
export const rootComponents: Rule = {
  id: 'L2',
  level: 'error',
  sentence:
    'Every RootComponent has a definition in the package, and every component has exactly one RootComponent.',
  *check(facts) {
    const definitions = definitionsOf(facts)
    for (const root of facts.manifest.roots) {
      const known = definitions.get(root.type)
      if (!known || keysOf(root).some((key) => known.has(key))) continue
      yield {
        at: root.place,
        message: `The package has no ${words[root.type] ?? 'component'} "${root.schemaName || root.id}" for this RootComponent.`,
      }
    }
    for (const [key, roots] of groupBy(facts.manifest.roots, rootKey)) {
      const [, second] = roots
      if (key.endsWith(' ') || !second) continue
      yield {
        at: second.place,
        message: `The RootComponent is listed ${roots.length} times; expected once.`,
      }
    }
    for (const table of facts.tables) {
      if (hasRoot(facts, '1', table.logicalName)) continue
      yield {
        at: table.place,
        message: `The table has no RootComponent type 1 with schemaName "${table.logicalName}".`,
      }
    }
    for (const { type, key, place } of facts.components) {
      if (hasRoot(facts, type, key)) continue
      const named = componentKinds.find((kind) => kind.type === type)?.keyedBy ?? 'schemaName'
      const value = named === 'id' ? `{${key}}` : key
      yield {
        at: place,
        message: `The ${words[type] ?? 'component'} has no RootComponent type ${type} with ${named} "${value}".`,
      }
    }
  },
}

/** Exports leave these roots out; imports of hand-made packages then lose the variable. */
export const environmentVariableRoots: Rule = {
  id: 'L2-environment-variables',
  level: 'house',
  sentence: 'Every environment variable has a RootComponent of type 380.',
  *check(facts) {
    for (const { name, place } of environmentVariables(facts.source)) {
      if (hasRoot(facts, '380', name)) continue
      yield {
        at: place,
        message: `The environment variable has no RootComponent type 380 with schemaName "${name}".`,
      }
    }
  },
}

function hasRoot({ manifest }: Facts, type: string, key: string): boolean {
  const types = type === '372' ? ['371', '372'] : [type]
  return manifest.roots.some(
    (root) => types.includes(root.type) && keysOf(root).includes(key.toLowerCase()),
  )
}

const keysOf = ({ schemaName, id }: RootFacts): readonly string[] => [
  schemaName.toLowerCase(),
  bareId(id),
]

const rootKey = (root: RootFacts) =>
  `${root.type} ${root.schemaName.toLowerCase() || bareId(root.id)}`

/** What can be named by a root component, by type: names in lower case, bare ids. */
function definitionsOf(facts: Facts): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map(componentKinds.map(({ type }) => [type, new Set<string>()]))
  for (const { type, key } of facts.components) keys.get(type)?.add(key.toLowerCase())
  const forms = facts.tables.flatMap((table) => table.forms.map(({ id }) => id))
  for (const id of forms) keys.get('60')?.add(id)
  return new Map<string, ReadonlySet<string>>([
    ...keys,
    ['1', new Set(facts.tables.map(({ logicalName }) => logicalName))],
    ['26', new Set(facts.tables.flatMap(({ views }) => views.map(({ id }) => id)))],
    ['371', keys.get('372') ?? new Set()],
    ['380', new Set(environmentVariables(facts.source).map(({ name }) => name.toLowerCase()))],
    ['431', imageConfigs(facts, 'AttributeImageConfigs', 'attributelogicalname')],
    ['432', imageConfigs(facts, 'EntityImageConfigs')],
  ])
}

function imageConfigs({ source }: Facts, list: string, column?: string): ReadonlySet<string> {
  return new Set(
    childrenOf(childOf(source.customizations, list)).map((config) =>
      [textAt(config, 'parententitylogicalname'), column && textAt(config, column)]
        .filter((part) => part !== undefined)
        .join(' ')
        .toLowerCase(),
    ),
  )
}
