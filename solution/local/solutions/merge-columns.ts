import type { AlternateKey, Column, Table } from '../../model/index.js'
import type { Solution } from '../../model/solution/index.js'
import { SolutionConflictError } from './conflict.js'

/**
 * The hosted table with the columns and keys that it lacks and the solution's has. Throws
 * `SolutionConflictError`, naming table and column, for a column of another type.
 */
export function mergeColumns(hosted: Table, brought: Table, solution: Solution): Table {
  const known = new Map(Object.values(hosted.columns).map((one) => [one.logicalName, one]))
  const added: Column[] = []
  for (const column of Object.values(brought.columns)) {
    const same = known.get(column.logicalName)
    if (!same) added.push(asAddition(column))
    else checkType(hosted, same, column, solution)
  }
  return {
    ...hosted,
    columns: {
      ...hosted.columns,
      ...Object.fromEntries(added.map((column) => [column.logicalName, column])),
    },
    keys: mergedKeys(hosted, brought),
  }
}

function asAddition(column: Column): Column {
  return { ...column, primaryName: false }
}

function mergedKeys(hosted: Table, brought: Table): readonly AlternateKey[] {
  const known = new Set(hosted.keys.map(({ columns }) => columns.join()))
  return [...hosted.keys, ...brought.keys.filter(({ columns }) => !known.has(columns.join()))]
}

function checkType(table: Table, hosted: Column, brought: Column, solution: Solution): void {
  if (typeOf(hosted) === typeOf(brought)) return
  throw new SolutionConflictError(
    `${solution.uniqueName} ${solution.version} brings ${table.logicalName}.` +
      `${brought.logicalName} as ${typeOf(brought)}, but it is hosted as ${typeOf(hosted)}` +
      `${table.origin === 'ours' ? ' (a table of Data Integration)' : ''}. ` +
      'Both cannot be hosted: take the column out of that solution, or the solution out of the list.',
  )
}

function typeOf({ kind, targets = [] }: Column): string {
  return kind === 'lookup' ? `a lookup to ${[...targets].sort().join(', ')}` : kind
}
