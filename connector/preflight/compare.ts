import type { Solution } from '../../solution/model/solution/index.js'
import { compareChoice } from './compare-choice.js'
import { compareOrigin } from './compare-origin.js'
import { compareTable } from './compare-table.js'
import type { Environment } from './environment.js'
import { conflict } from './finding.js'
import type { Finding } from './finding.js'
import { bringerOf, neededChoices, requiredTables } from './needed.js'

/**
 * Every difference that stands in the way of importing the solution into the environment, and notes
 * on what could not be compared. Tables, columns and choices that are not there yet are none.
 */
export function compare(solution: Solution, environment: Environment): readonly Finding[] {
  return [
    ...compareOrigin(solution, environment),
    ...missingTables(solution, environment),
    ...neededChoices(solution).flatMap((choice) => {
      const isBrought = solution.choices.some(({ name }) => name === choice.name)
      const there = environment.choices.get(choice.name)
      if (there) return compareChoice(choice, there)
      return isBrought ? [] : [missing(solution, 'choice', choice.name)]
    }),
    ...solution.tables.flatMap(({ table, include }) => {
      const there = environment.tables.get(table.logicalName)
      return there && include === 'all' ? compareTable(table, there) : []
    }),
  ]
}

function missingTables(solution: Solution, { tables }: Environment): readonly Finding[] {
  return requiredTables(solution)
    .filter((name) => !tables.get(name))
    .map((name) => missing(solution, 'table', name))
}

function missing(solution: Solution, what: string, name: string): Finding {
  const bringer = bringerOf(solution, name)
  return conflict(
    name,
    `no ${what} of this name`,
    `columns that need it`,
    bringer === undefined
      ? `Import the solution that brings it first.`
      : `Import ${bringer}, which brings it, first.`,
  )
}
