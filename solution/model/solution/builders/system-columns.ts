import { choice, dateTime, lookup } from '../../column-builders.js'
import type { Column } from '../../column.js'

const states = {
  active: { value: 0, label: 'Active' },
  inactive: { value: 1, label: 'Inactive' },
} as const

/** Columns that the platform gives every user-owned table, to be shown and filtered by like its own. */
export const systemColumns = {
  createdOn: dateTime('CreatedOn', 'Created On'),
  createdBy: lookup('CreatedBy', 'Created By', 'systemuser'),
  modifiedOn: dateTime('ModifiedOn', 'Modified On'),
  modifiedBy: lookup('ModifiedBy', 'Modified By', 'systemuser'),
  owner: lookup('OwnerId', 'Owner', ['systemuser', 'team']),
  state: choice('statecode', 'Status', states),
  statusReason: choice('statuscode', 'Status Reason', {}),
} as const satisfies Readonly<Record<string, Column>>

const all: ReadonlySet<Column> = new Set<Column>(Object.values(systemColumns))

export const isSystemColumn = (column: Column): boolean => all.has(column)
