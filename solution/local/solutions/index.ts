export { SolutionConflictError } from './conflict.js'
export { describeSolution, openSolutions } from './open-solutions.js'
export { withSolutions } from './merge-solutions.js'
export type { HostedDeclarations } from './merge-solutions.js'
