import type { SolutionPackage } from '../../read/package/index.js'
import { factsOf } from './facts/facts.js'
import type { Finding } from './finding.js'
import { rules } from './registry.js'

/**
 * Holds a package to every rule of the registry. Never throws: a tree without the parts that a rule
 * asks about breaks the rules that expect them. Findings come in the order of the registry.
 */
export function lintPackage(source: SolutionPackage): readonly Finding[] {
  const facts = factsOf(source)
  const house = facts.manifest.ours ? 'error' : 'warning'
  return rules.flatMap(({ id, level, check }) =>
    Array.from(check(facts), ({ at, message }) => ({
      rule: id,
      level: level === 'house' ? house : level,
      ...at,
      message,
    })),
  )
}
