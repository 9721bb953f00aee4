import type { Publisher } from '../model/solution/index.js'

/** The publisher of the Core solution, whose prefix the published tables have. */
export const publisher: Publisher = {
  uniqueName: 'microsoftgovcdm',
  label: 'Microsoft Government Common Data Model',
  description: 'microsoftgovcdm',
  prefix: 'govcdm',
  optionValuePrefix: 16684,
}

/** The prerequisite, as its solution and version are written in dependencies. */
export const coreSolution = 'govcdm_core (1.0.1.0)'

/** Of every solution of ours. */
export const version = '1.0.0.0'

export const mainSolutionName = 'govcdm_dataintegrationworkbench'

/** The main solution, as the dependencies of the others name it. */
export const mainSolution = `${mainSolutionName} (${version})`
