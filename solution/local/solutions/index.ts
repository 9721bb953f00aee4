export { SolutionConflictError } from './conflict.js'
export { withSolutions } from './merge-solutions.js'
export type { HostedDeclarations } from './merge-solutions.js'
