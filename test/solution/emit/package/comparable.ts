import type { Column } from '../../../../solution/model/column.js'
import type { GlobalChoice } from '../../../../solution/model/option.js'
import type { Solution, TableComponent } from '../../../../solution/model/solution/index.js'

/**
 * A declared solution and the same solution read back differ in what the platform's files do not
 * say: the names that our code gives to columns and options, who brought a table, and what is
 * known of another solution's tables and choices. This is the rest of a solution.
 */
export function comparable(solution: Solution): object {
  const { tables, choices, environmentVariables } = solution
  const own = new Set(choices.map(({ name }) => name))
  return {
    ...solution,
    // A zip keeps them in the order of their files.
    environmentVariables: sorted(environmentVariables),
    choices: choices.map(comparableChoice),
    tables: tables.map((component) => comparableTable(component, own)),
  }
}

function comparableTable({ table, ...parts }: TableComponent, own: ReadonlySet<string>): object {
  if (parts.include === 'listed') {
    const { schemaName, logicalName, label } = table
    return { ...parts, table: { schemaName, logicalName, label } }
  }
  const { origin: _, published: __, columns, ...rest } = table
  const list = Object.values(columns).sort((a, b) => (a.logicalName < b.logicalName ? -1 : 1))
  return {
    ...parts,
    table: { ...rest, columns: list.map((column) => comparableColumn(column, own)) },
  }
}

function comparableColumn(column: Column, own: ReadonlySet<string>): object {
  const { additive: _, options, globalChoice, ...rest } = column
  if (!globalChoice) return { ...rest, options: options && Object.values(options) }
  return {
    ...rest,
    globalChoice: own.has(globalChoice.name) ? comparableChoice(globalChoice) : globalChoice.name,
  }
}

const comparableChoice = ({ options, ...choice }: GlobalChoice): object => ({
  ...choice,
  options: Object.values(options),
})

/** The same with each list of components in one order: an unpacked folder keeps none. */
export function inOrder(solution: Solution): Solution {
  const lists = Object.entries(solution).map(([name, value]: [string, unknown]) => {
    const isList = Array.isArray(value) && name !== 'requires'
    return [name, isList ? sorted(value as readonly object[]) : value] as const
  })
  const { tables, rest, ...others } = Object.fromEntries(lists) as unknown as Solution
  return {
    ...others,
    ...(rest && {
      rest: rest.map((list) => ({ ...list, children: sorted(list.children) })),
    }),
    tables: tables.map((component) => ({
      ...component,
      forms: sorted(component.forms),
      views: sorted(component.views),
      charts: sorted(component.charts),
    })),
  }
}

const sorted = <T extends object>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))

function keyOf(part: object): string {
  const { id, uniqueName, schemaName, logicalName, name, table, children } = part as Readonly<
    Record<string, unknown>
  >
  const inner = (table as { readonly logicalName?: string } | undefined)?.logicalName
  return [id ?? uniqueName ?? schemaName ?? logicalName ?? inner ?? name, JSON.stringify(children)]
    .map(String)
    .join(' ')
}
