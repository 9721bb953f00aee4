import { DataverseError } from '../errors.js'
import type { ResourceKey } from '../query/resource-path.js'
import type { HostedRelationship, HostedTable } from '../schema/index.js'
import { hostedTable } from '../schema/index.js'
import type { RowWriter } from './row-writer.js'
import type { WriteSession } from './session.js'

/**
 * Sets or clears (`uri` null) a link through `set(key)/navigation/$ref`, for single-valued and
 * collection-valued navigation properties. Throws 404 when the table has no such property.
 */
export function setLink(
  writer: RowWriter,
  table: HostedTable,
  key: ResourceKey,
  navigation: string,
  uri: string | null,
  session: WriteSession,
): void {
  const id = writer.finder.require(table, key)
  if (table.navigation.has(navigation)) {
    writer.table(table).update(id, { [`${navigation}@odata.bind`]: uri }, session)
    return
  }
  const { relationship, related } = collectionOf(writer, table, navigation)
  if (uri === null) {
    throw new DataverseError('badPayload', `'${navigation}/$ref' needs the row to unlink.`)
  }
  const bind = `/${table.entitySetName}(${id})`
  const row = writer.binder.resolveRow(related, uri, session)
  writer
    .table(related)
    .update(row.id, { [`${relationship.navigationProperty}@odata.bind`]: bind }, session)
}

/** Takes one row out of a collection: `set(key)/navigation(related)/$ref` or `...?$id=`. */
export function removeFromCollection(
  writer: RowWriter,
  table: HostedTable,
  key: ResourceKey,
  navigation: string,
  member: ResourceKey | string,
  session: WriteSession,
): void {
  const id = writer.finder.require(table, key)
  const { relationship, related } = collectionOf(writer, table, navigation)
  const row =
    typeof member === 'string'
      ? writer.binder.resolveRow(related, member, session).id
      : writer.finder.require(related, member)
  const linked = writer.finder.values(related, row, [relationship.referencingColumn])?.[0]
  if (linked !== id) {
    throw new DataverseError(
      'objectDoesNotExist',
      `The row ${row} of '${related.logicalName}' is not in '${navigation}' of ${id}.`,
    )
  }
  writer
    .table(related)
    .update(row, { [`${relationship.navigationProperty}@odata.bind`]: null }, session)
}

/** Creates a row in a collection: `POST set(key)/navigation`. The property that links it back. */
export function linkBack(
  writer: RowWriter,
  table: HostedTable,
  key: ResourceKey,
  navigation: string,
): { readonly related: HostedTable; readonly row: Readonly<Record<string, string>> } {
  const id = writer.finder.require(table, key)
  const { relationship, related } = collectionOf(writer, table, navigation)
  const bind = `${relationship.navigationProperty}@odata.bind`
  return { related, row: { [bind]: `/${table.entitySetName}(${id})` } }
}

function collectionOf(
  writer: RowWriter,
  table: HostedTable,
  navigation: string,
): { readonly relationship: HostedRelationship; readonly related: HostedTable } {
  const relationship = table.collections.get(navigation)
  if (!relationship) {
    throw new DataverseError(
      'unknownResource',
      `Resource not found for the segment '${navigation}'.`,
    )
  }
  return { relationship, related: hostedTable(writer.schema, relationship.referencingTable) }
}
