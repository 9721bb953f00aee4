import type { Facts } from '../../facts/facts.js'
import { grouped, nodeOf, shown, textOf } from '../../facts/json.js'
import type { Operation } from '../../facts/operations.js'
import { at } from '../../facts/place.js'
import { advice, each, problem, rule } from '../../rule.js'
import type { Problem } from '../../rule.js'

export const duplicateRevisions = rule(
  'OperationFamilyHasDuplicateRevisions',
  'The operations of a family differ in their revisions.',
  (facts) =>
    ofFamilies(facts, (family, members) => {
      const numbers = members.map(({ annotation }) => annotation['revision'])
      const twice = numbers.filter(
        (number, index) => number !== undefined && numbers.indexOf(number) !== index,
      )
      return twice.length > 0
        ? `The family ${shown(family)} has the revision ${twice.map(shown).join(', ')} more than once; expected each once.`
        : undefined
    }),
)

export const activeOperations = rule(
  'OperationFamilyHasManyActiveOperations',
  'At most two operations of a family are not deprecated.',
  (facts) =>
    ofFamilies(facts, (family, members) => {
      const active = members.filter(isActive)
      return active.length > 2
        ? `The family ${shown(family)} has ${active.length} active operations: ${ids(active)}; expected at most two.`
        : undefined
    }),
)

export const productionOperations = rule(
  'OperationFamilyHasManyActiveProductionOperations',
  'At most one operation of a family that is not deprecated is in production.',
  (facts) =>
    ofFamilies(facts, (family, members) => {
      const active = members.filter((member) => isActive(member) && isProduction(member))
      return active.length > 1
        ? `The family ${shown(family)} has several operations in production: ${ids(active)}; expected one.`
        : undefined
    }),
)

export const emptyRevisions = rule(
  'OperationFamilyHasManyEmptyRevisions',
  'At most one operation of a family has no revision.',
  (facts) =>
    ofFamilies(facts, (family, members) => {
      const empty = members.filter(({ annotation }) => !('revision' in annotation))
      return empty.length > 1
        ? `The family ${shown(family)} has several operations without a revision: ${ids(empty)}; expected at most one.`
        : undefined
    }),
)

export const revisionGiven = advice(
  'OperationRevisionEmpty',
  'An operation of a family has a revision.',
  (facts) =>
    ofFamilies(facts, (family, members) => {
      const [empty, ...more] = members.filter(({ annotation }) => !('revision' in annotation))
      return empty && more.length === 0
        ? `${empty.title} is of the family ${shown(family)} and has no revision; expected a number.`
        : undefined
    }),
)

export const revisionInId = rule(
  'OperationIdShouldEndWithRevision',
  'The operationId of a later revision ends with it.',
  ({ operations }) =>
    each(operations, ({ id, annotation }) => {
      const revision = annotation['revision']
      if (typeof revision !== 'number' || revision < 2) return undefined
      return id.endsWith(`_V${revision}`)
        ? undefined
        : `The operationId ${shown(id)} is of revision ${revision}; expected one that ends with "_V${revision}".`
    }),
)

export const statusOfConnector = rule(
  'OperationStatusAheadOfConnector',
  'No operation is in production before the connector is.',
  ({ operations, info, root }) => {
    const annotations = [info.node, root.node].map((node) => nodeOf(node['x-ms-api-annotation']))
    if (annotations.some(({ status }) => status === 'Production')) return []
    return each(operations, (operation) =>
      isProduction(operation)
        ? `${operation.title} is in Production and the connector is in Preview; expected Preview.`
        : undefined,
    )
  },
)

function ofFamilies(
  { operations }: Facts,
  say: (family: string, members: readonly Operation[]) => string | undefined,
): readonly Problem[] {
  const members = operations.filter(({ annotation }) => textOf(annotation['family']) !== undefined)
  const families = grouped(members, ({ annotation }) => textOf(annotation['family']) ?? '')
  return [...families].flatMap(([family, list]) => {
    const message = say(family, list)
    const last = list.at(-1)
    return message === undefined || !last
      ? []
      : [problem(at(last.place, 'x-ms-api-annotation'), message)]
  })
}

function isActive({ node }: Operation): boolean {
  return node['deprecated'] !== true
}

function isProduction({ annotation }: Operation): boolean {
  return annotation['status'] === 'Production'
}

function ids(operations: readonly Operation[]): string {
  return operations.map(({ title }) => title).join(', ')
}
