/** Solutions, or a solution and what is hosted anyway, that contradict each other. */
export class SolutionConflictError extends Error {
  override readonly name = 'SolutionConflictError'
}
