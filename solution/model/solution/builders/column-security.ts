import type { Table } from '../../table.js'
import { componentId } from '../id.js'
import type { ColumnSecurityProfile } from '../security.js'
import { keyOf } from './key.js'

interface ProfileOptions {
  readonly description: string
  /** Tables whose secured columns it opens. */
  readonly tables: readonly Table[]
  /** Whether they can be written, too. */
  readonly write: boolean
}

/** A profile over all secured columns of the tables: to read them, or to read and write them. */
export function columnSecurityProfile(
  name: string,
  { description, tables, write }: ProfileOptions,
): ColumnSecurityProfile {
  return {
    id: componentId('column-security', keyOf(name)),
    name,
    description,
    permissions: tables.flatMap(({ logicalName, columns }) =>
      Object.values(columns)
        .filter(({ secured }) => secured)
        .map((column) => ({
          table: logicalName,
          column: column.logicalName,
          read: true,
          create: write,
          update: write,
        })),
    ),
  }
}
