import type { GlobalChoice } from '../../solution/model/index.js'
import type { Requirement, Solution } from '../../solution/model/solution/index.js'

/** The platform's numbers of component types, as solutions write them. */
const componentType = { table: '1', choice: '9' } as const

/** Logical names of the tables that the solution brings whole, and of those it needs. */
export function neededTables(solution: Solution): readonly string[] {
  const brought = solution.tables.map(({ table }) => table.logicalName)
  return [...new Set([...brought, ...requiredTables(solution)])]
}

/** Logical names of the tables that an earlier solution has to bring. */
export function requiredTables({ requires }: Solution): readonly string[] {
  return namesOf(requires, componentType.table).map((name) => name.toLowerCase())
}

/** The solution (and version) that brings a required table or choice, as it is written there. */
export function bringerOf({ requires }: Solution, name: string): string | undefined {
  const wanted = name.toLowerCase()
  return requires.find(({ required }) => required.schemaName?.toLowerCase() === wanted)?.required
    .solution
}

/** The global choices that the solution brings, its columns use or it requires otherwise. */
export function neededChoices(solution: Solution): readonly GlobalChoice[] {
  const used = solution.tables
    .flatMap(({ table }) => Object.values(table.columns))
    .flatMap(({ globalChoice }) => globalChoice ?? [])
  const required = namesOf(solution.requires, componentType.choice).map((name) => ({
    name,
    label: name,
    options: {},
  }))
  const all = [...required, ...used, ...solution.choices]
  return [...new Map(all.map((choice) => [choice.name, choice])).values()]
}

function namesOf(requires: readonly Requirement[], type: string): readonly string[] {
  return requires.flatMap(({ required }) =>
    required.type === type && required.schemaName !== undefined ? [required.schemaName] : [],
  )
}
