/** What a suite counted. A suite that ran nothing, or ended early, counts as a failure. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  /** Specs that are written but switched off. */
  readonly pending: number
  /** Why the suite failed as a whole. */
  readonly problem?: string
  /** Each spec or check that failed, with what it said. */
  readonly failures?: readonly string[]
}

/** The tally of a suite as a whole that came to nothing. */
export function broken(problem: string): Tally {
  return { passed: 0, failed: 1, pending: 0, problem }
}

/** What a suite's process reported, made to fail where it must: no report, no spec, an exit code. */
export function settledTally(reported: Tally | undefined, exitCode: number | null): Tally {
  if (!reported) return broken(`ended with exit code ${String(exitCode)} before it reported`)
  const { passed, failed } = reported
  if (failed > 0) return reported
  if (passed === 0) return { ...reported, failed: 1, problem: 'ran no spec' }
  if (exitCode !== 0) {
    return { ...reported, failed: 1, problem: `ended with exit code ${String(exitCode)}` }
  }
  return reported
}

export function isTally(value: unknown): value is Tally {
  return (
    typeof value === 'object' &&
    value !== null &&
    'passed' in value &&
    typeof value.passed === 'number' &&
    'failed' in value &&
    typeof value.failed === 'number' &&
    'pending' in value &&
    typeof value.pending === 'number'
  )
}
