import { isLookup } from '../schema/index.js'
import type { HostedRelationship, HostedSchema, HostedTable } from '../schema/index.js'
import type { RowFinder } from '../write/row-finder.js'
import { noSuchRow } from '../write/row-finder.js'
import type { ParentLink } from './collection-plan.js'
import type { PathStep, ResourcePath } from './resource-path.js'
import { refuseSegment } from './refuse.js'
import { propertiesOf } from './sql/row-source.js'

/** What a path leads to, once its names are known and the rows on its way are found. */
export type Target =
  | {
      readonly kind: 'rows'
      readonly table: HostedTable
      /** Set for the rows that point at one row. */
      readonly parent: (ParentLink & { readonly id: string }) | null
    }
  | { readonly kind: 'row'; readonly table: HostedTable; readonly id: string }
  | {
      readonly kind: 'property'
      readonly table: HostedTable
      readonly id: string
      readonly property: string
    }
  /** A single-valued navigation property that is empty. */
  | { readonly kind: 'nothing' }

/**
 * Follows a path. Throws 404 for a set, property or row that does not exist (0x80060891 where an
 * alternate key finds none).
 */
export function findTarget(schema: HostedSchema, finder: RowFinder, path: ResourcePath): Target {
  const table = schema.byEntitySetName.get(path.entitySet)
  if (!table) return refuseSegment(path.entitySet)
  const start: Target = path.key
    ? { kind: 'row', table, id: idOf(finder, table, path.key) }
    : { kind: 'rows', table, parent: null }
  return path.steps.reduce<Target>((from, step) => follow(schema, finder, from, step), start)
}

function idOf(finder: RowFinder, table: HostedTable, key: NonNullable<PathStep['key']>): string {
  return key.kind === 'id' ? key.id : finder.require(table, key)
}

function follow(schema: HostedSchema, finder: RowFinder, from: Target, step: PathStep): Target {
  if (from.kind === 'nothing') return from
  if (from.kind !== 'row') return refuseSegment(step.name)
  const { table, id } = from
  const single = table.navigation.get(step.name)
  if (single && step.key === null) return followSingle(schema, finder, from, single)
  const collection = table.collections.get(step.name)
  if (collection) return followCollection(schema, finder, from, collection, step)
  if (!propertiesOf(table).has(step.name) || step.key !== null) return refuseSegment(step.name)
  return { kind: 'property', table, id, property: step.name }
}

type RowTarget = Extract<Target, { kind: 'row' }>

function followSingle(
  schema: HostedSchema,
  finder: RowFinder,
  { table, id }: RowTarget,
  relationships: readonly HostedRelationship[],
): Target {
  const column = table.columns.get(relationships[0]?.referencingColumn ?? '')
  if (!column || !isLookup(column)) throw new Error(`${table.logicalName} lacks a lookup.`)
  const { logicalName, typeColumn } = column
  const values = finder.values(table, id, typeColumn ? [logicalName, typeColumn] : [logicalName])
  if (!values) throw noSuchRow(table, id)
  const [target, targetTable = column.targets[0]] = values
  const relationship = relationships.find((one) => one.referencedTable === targetTable)
  const referenced = relationship && schema.tables.get(relationship.referencedTable)
  if (typeof target !== 'string' || !referenced) return { kind: 'nothing' }
  return { kind: 'row', table: referenced, id: target }
}

function followCollection(
  schema: HostedSchema,
  finder: RowFinder,
  { table, id }: RowTarget,
  relationship: HostedRelationship,
  step: PathStep,
): Target {
  const related = schema.tables.get(relationship.referencingTable)
  if (!related) return refuseSegment(step.name)
  if (!finder.exists(table, id)) throw noSuchRow(table, id)
  const column = relationship.referencingColumn
  if (!step.key) return { kind: 'rows', table: related, parent: { column, id } }
  const child = idOf(finder, related, step.key)
  if (finder.values(related, child, [column])?.[0] !== id) throw noSuchRow(related, child)
  return { kind: 'row', table: related, id: child }
}
