import type { Facts } from './facts/facts.js'
import type { Place } from './facts/place.js'

/** A place that breaks a rule, and how. */
export interface Problem {
  readonly at: Place
  readonly message: string
}

/**
 * One named check. Level `house`: what this project holds its own packages to and the platform
 * does not demand of others, so an error in packages of our publisher and a warning elsewhere.
 */
export interface Rule {
  readonly id: string
  readonly level: 'error' | 'warning' | 'house'
  /** What holds where the rule is kept. */
  readonly sentence: string
  readonly check: (facts: Facts) => Iterable<Problem>
}
