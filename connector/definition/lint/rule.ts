import type { Facts } from './facts/facts.js'
import type { Place } from './facts/place.js'
import type { Level } from './finding.js'

/** A place that breaks a rule, and how. */
export interface Problem {
  readonly place: Place
  readonly message: string
}

/** One named check. */
export interface Rule {
  readonly name: string
  readonly level: Level
  /** What holds where the rule is kept. */
  readonly sentence: string
  readonly check: (facts: Facts) => readonly Problem[]
}

type Check = Rule['check']

/** A rule whose findings are errors. */
export function rule(name: string, sentence: string, check: Check): Rule {
  return { name, level: 'error', sentence, check }
}

/** A rule whose findings are warnings. */
export function advice(name: string, sentence: string, check: Check): Rule {
  return { name, level: 'warning', sentence, check }
}

export function problem(place: Place, message: string): Problem {
  return { place, message }
}

/** A problem for each entry of a list of which there is something to say. */
export function each<T extends { readonly place: Place }>(
  list: readonly T[],
  say: (entry: T) => string | undefined,
): readonly Problem[] {
  return list.flatMap((entry) => {
    const message = say(entry)
    return message === undefined ? [] : [problem(entry.place, message)]
  })
}
