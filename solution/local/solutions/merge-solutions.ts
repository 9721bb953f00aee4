import type { Columns, GlobalChoice, Table } from '../../model/index.js'
import type { Solution } from '../../model/solution/index.js'
import { isSystemColumn } from '../schema/index.js'
import { SolutionConflictError } from './conflict.js'
import { mergeColumns } from './merge-columns.js'

/** What is hosted once solutions are added to the tables of this project. */
export interface HostedDeclarations {
  readonly tables: readonly Table[]
  /** Global choices, besides those that columns name. */
  readonly choices: readonly GlobalChoice[]
  /** Sentences about what a solution has and this host does not take. */
  readonly notes: readonly string[]
}

/**
 * Adds the tables and choices of solutions to those hosted anyway.
 *
 * - A table that is not hosted yet is hosted as the solution has it.
 * - A table of Core is hosted as the solution has it: the one declared here is an excerpt.
 * - A table of the platform, or one of ours, keeps its columns and gains those it lacks.
 *
 * Throws `SolutionConflictError` where a column is of another type than the hosted one, or two
 * tables have one set name.
 */
export function withSolutions(
  tables: readonly Table[],
  solutions: readonly Solution[],
): HostedDeclarations {
  const hosted = new Map(tables.map((table) => [table.logicalName, table]))
  const excerpts = new Set(tables.filter(({ origin }) => origin === 'core'))
  const listed: Brought[] = []
  for (const one of solutions.flatMap(broughtBy)) {
    const { logicalName } = one.table
    const known = hosted.get(logicalName)
    if (!one.isWhole) listed.push(one)
    else if (!known || excerpts.has(known)) hosted.set(logicalName, one.table)
    else hosted.set(logicalName, mergeColumns(known, one.table, one.solution))
  }
  const notes: string[] = []
  for (const { table, solution } of listed) {
    const known = hosted.get(table.logicalName)
    if (known) hosted.set(table.logicalName, mergeColumns(known, table, solution))
    else notes.push(notHosted(solution, table))
  }
  checkSetNames([...hosted.values()])
  return {
    tables: [...hosted.values()],
    choices: solutions.flatMap(({ choices }) => choices),
    notes,
  }
}

interface Brought {
  readonly solution: Solution
  readonly table: Table
  /** False for a table of another solution, of which this one lists some columns. */
  readonly isWhole: boolean
}

function broughtBy(solution: Solution): readonly Brought[] {
  return solution.tables.map(({ table, include }) => ({
    solution,
    table: withoutSystemColumns(table),
    isWhole: include === 'all' && hasPrimaryName(table),
  }))
}

/** A table without a primary name (an intersection, a virtual table) cannot be hosted. */
function hasPrimaryName(table: Table): boolean {
  return Object.values(table.columns).some(({ primaryName }) => primaryName)
}

function notHosted({ uniqueName }: Solution, { logicalName }: Table): string {
  return (
    `${uniqueName} adds to the table ${logicalName}, which another solution brings: ` +
    'it is not hosted unless that solution is added too.'
  )
}

/** The platform's columns are added to every table by the host itself. */
function withoutSystemColumns(table: Table): Table {
  const own: Columns = Object.fromEntries(
    Object.entries(table.columns).filter(
      ([, { logicalName }]) => logicalName !== table.primaryId && !isSystemColumn(logicalName),
    ),
  )
  return { ...table, columns: own }
}

function checkSetNames(tables: readonly Table[]): void {
  const names = new Map<string, string>()
  for (const { entitySetName, logicalName } of tables) {
    const other = names.get(entitySetName)
    if (other !== undefined) {
      throw new SolutionConflictError(
        `The tables ${other} and ${logicalName} have one set name, ${entitySetName}.`,
      )
    }
    names.set(entitySetName, logicalName)
  }
}
