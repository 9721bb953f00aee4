import type { TraceRule, TraceStep } from './contract.js'

/**
 * The rules a decision went through so far. Paths are few and shared by many decisions, so each is
 * built once and followed by identity.
 */
export class Trace {
  private readonly following = new Map<TraceStep, Trace>()
  private json: string | undefined

  private constructor(readonly steps: readonly TraceStep[]) {}

  static readonly start = new Trace([])

  then(step: TraceStep): Trace {
    let next = this.following.get(step)
    if (!next) {
      next = new Trace([...this.steps, step])
      this.following.set(step, next)
    }
    return next
  }

  /** `{"policy":"field","equalsRecord":"no"}`: what a ledger entry keeps. */
  get text(): string {
    this.json ??= JSON.stringify(
      Object.fromEntries(this.steps.map(({ rule, result }) => [rule, result])),
    )
    return this.json
  }
}

const results = <const Names extends readonly string[]>(
  rule: TraceRule,
  ...names: Names
): { readonly [Name in Names[number]]: TraceStep } =>
  Object.fromEntries(names.map((name) => [name, { rule, result: name }])) as {
    readonly [Name in Names[number]]: TraceStep
  }

/** Every step a trace can hold. */
export const steps = {
  resolve: results(
    'resolve',
    'found',
    'created',
    'noRecord',
    'recordDeleted',
    'conflict',
    'noRelatedRecord',
    'unknown',
  ),
  normalise: results(
    'normalise',
    'mapped',
    'lowConfidence',
    'unmapped',
    'passedThrough',
    'ambiguous',
    'badValue',
    'unknownColumn',
  ),
  policy: results('policy', 'field', 'table', 'anyTableField', 'anyTable', 'none', 'ambiguous'),
  equalsRecord: results('equalsRecord', 'yes', 'no'),
  ownLatest: results(
    'ownLatest',
    'none',
    'other',
    'held',
    'rejected',
    'chosenOver',
    'revoked',
    'changedOutside',
    'newerHeld',
    'offered',
  ),
  authority: results('authority', 'listed', 'any', 'notListed'),
  rank: results('rank', 'free', 'equal', 'higher', 'stale', 'lower', 'certifiedByHand'),
  time: results('time', 'newer', 'older', 'mixed', 'future'),
  commit: results(
    'commit',
    'onIngest',
    'autoCertify',
    'onCertify',
    'lowConfidence',
    'columnRefuses',
    'platformRefuses',
  ),
} as const
