import type { StoredRow } from '../../../../dataverse/index.js'
import { integrationIdentifier } from '../../../../../solution/tables/index.js'
import { presentColumns } from '../../present.js'

/** The columns of a crosswalk entry that answers show, under the same names. */
export const identifierColumns = [
  'sourceSystemKey',
  'targetTable',
  'externalKey',
  'targetId',
  'firstSeenDateTime',
  'lastSeenDateTime',
] as const

export type IdentifierRow = Omit<
  StoredRow<typeof integrationIdentifier, (typeof identifierColumns)[number]>,
  'etag'
>

/** `definitions/Identifier`. */
export function presentIdentifier(row: IdentifierRow): object {
  return {
    identifierId: row.id,
    ...presentColumns(integrationIdentifier, row, identifierColumns),
  }
}
