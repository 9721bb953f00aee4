import type { Column } from '../../../../solution/model/column.js'
import type { GlobalChoice, Options } from '../../../../solution/model/option.js'
import type { Table } from '../../../../solution/model/table.js'

/**
 * A table without what the platform's files do not say: who brings it, what we add to a published
 * module, and the names that our code gives to columns and options.
 */
export function asRead(table: Table): unknown {
  const { origin: _, published: __, columns, ...parts } = table
  const byLogicalName = Object.values(columns).map((column) => [
    column.logicalName,
    asReadColumn(column),
  ])
  return { ...parts, columns: Object.fromEntries(byLogicalName) as unknown }
}

function asReadColumn(column: Column): unknown {
  const { additive: _, options, globalChoice, ...parts } = column
  return {
    ...parts,
    ...(options === undefined ? {} : { options: valuesOf(options) }),
    ...(globalChoice === undefined ? {} : { globalChoice: asReadChoice(globalChoice) }),
  }
}

export function asReadChoice({ options, ...parts }: GlobalChoice): unknown {
  return { ...parts, options: valuesOf(options) }
}

function valuesOf(options: Options): readonly unknown[] {
  return Object.values(options)
}
