import type { Entry } from '../../shared/ledger/entry.js'

/** What can be filtered by: all that was seen so far, since a filter hides the rest. */
export interface Choices {
  /** Aspect keys, each with the table of an entry that has it. */
  readonly aspects: ReadonlyMap<string, string>
  readonly sources: ReadonlySet<string>
}

export const noChoices: Choices = { aspects: new Map(), sources: new Set() }

export function choicesWith(choices: Choices, entries: readonly Entry[]): Choices {
  const aspects = new Map(choices.aspects)
  const sources = new Set(choices.sources)
  for (const { aspectKey, source, targetTable } of entries) {
    if (!aspects.has(aspectKey)) aspects.set(aspectKey, targetTable)
    sources.add(source)
  }
  return { aspects, sources }
}
