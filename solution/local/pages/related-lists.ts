import { integrationIdentifier, integrationLedger } from '../../tables/index.js'
import type { HostedColumn, HostedSchema, HostedTable } from '../schema/index.js'
import type { DefaultOrder } from './rows.js'
import { ledgerView, orderWithin, viewOf } from './views.js'

/** Rows of a table that belong to one record. */
export interface RelatedList {
  readonly label: string
  readonly table: HostedTable
  readonly filters: ReadonlyMap<string, string>
  readonly columns: readonly HostedColumn[]
  readonly order: DefaultOrder
}

/**
 * What belongs to a record: where its values came from, under which keys other systems know it,
 * and the rows whose lookups point at it.
 */
export function relatedListsOf(
  schema: HostedSchema,
  table: HostedTable,
  id: string,
): readonly RelatedList[] {
  return [...provenance(schema, table, id), ...pointingAt(schema, table, id)]
}

function provenance(
  schema: HostedSchema,
  { logicalName }: HostedTable,
  id: string,
): readonly RelatedList[] {
  const ledger = schema.tables.get(integrationLedger.logicalName)
  const identifiers = schema.tables.get(integrationIdentifier.logicalName)
  const filtersOf = ({ columns }: typeof integrationLedger | typeof integrationIdentifier) =>
    new Map([
      [columns.targetTable.logicalName, logicalName],
      [columns.targetId.logicalName, id],
    ])
  return [
    ...(ledger
      ? [
          {
            label: 'Ledger: where its values came from, newest first',
            table: ledger,
            filters: filtersOf(integrationLedger),
            ...ledgerView(ledger),
          },
        ]
      : []),
    ...(identifiers
      ? [
          {
            label: 'Identifiers: what other systems call it',
            table: identifiers,
            filters: filtersOf(integrationIdentifier),
            ...viewOf(identifiers),
          },
        ]
      : []),
  ]
}

/** Lookups of solutions only: every row points at its owner and the users who wrote it. */
function pointingAt(schema: HostedSchema, table: HostedTable, id: string): readonly RelatedList[] {
  return table.oneToMany.flatMap(({ custom, referencingTable, referencingColumn }) => {
    const referencing = schema.tables.get(referencingTable)
    const column = referencing?.columns.get(referencingColumn)
    if (!custom || !referencing || !column) return []
    return {
      label: `${referencing.pluralLabel} (${column.label})`,
      table: referencing,
      filters: new Map([[referencingColumn, id]]),
      columns: viewOf(referencing).columns.filter((one) => one !== column),
      order: orderWithin(referencing),
    }
  })
}
