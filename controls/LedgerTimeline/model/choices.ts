import type { Entry } from '../../shared/ledger/entry.js'

/** What can be filtered by: all that was seen so far, since a filter hides the rest. */
export interface Choices {
  /** Aspect keys, each with the table of an entry that has it. */
  readonly aspects: ReadonlyMap<string, string>
  readonly sources: ReadonlySet<string>
}

export const noChoices: Choices = { aspects: new Map(), sources: new Set() }

export function choicesWith(choices: Choices, entries: readonly Entry[]): Choices {
  return {
    aspects: new Map([
      ...entries.map(({ aspectKey, targetTable }) => [aspectKey, targetTable] as const),
      ...choices.aspects,
    ]),
    sources: new Set([...choices.sources, ...entries.map(({ source }) => source)]),
  }
}
