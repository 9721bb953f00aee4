import fc from 'fast-check'

import { chainKey, entryHash } from '../../../../connector/engine/index.js'
import type { ChainTail } from '../../../../connector/engine/index.js'
import type { ProvenEntry } from '../../../../connector/engine/proof/index.js'

export const lane = { targetTable: 'contact', laneNumber: 2 } as const

export interface Chain {
  readonly tail: ChainTail
  readonly entries: readonly ProvenEntry[]
}

type Content = Pick<
  ProvenEntry,
  'id' | 'aspectKey' | 'sourceSystemKey' | 'value' | 'previousValue' | 'observedDateTime'
>

const plain: Omit<ProvenEntry, keyof Content> = {
  name: 'LEDGER-1',
  ledgerAspect: 'field',
  targetTable: lane.targetTable,
  targetId: '0b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10',
  replaces: null,
  decisionTrace: 'policy=field',
  chainSequence: null,
  chainKey: null,
  entryHash: null,
  ledgerStatus: 'pending',
  settledStatus: 'pending',
  firstCertifiedBy: null,
  firstCertifiedOn: null,
  certifiedBy: null,
  certifiedDateTime: null,
  decidedStatus: null,
  decidedBy: null,
  decidedDateTime: null,
  decisionHash: null,
}

/** A chain as the writer makes it. */
export function chainOf(contents: readonly Content[]): Chain {
  let hash = ''
  const entries = contents.map((content, index) => {
    const entry: ProvenEntry = { ...plain, ...content, name: `LEDGER-${index + 1}` }
    const key = chainKey(lane.targetTable, lane.laneNumber, index + 1)
    hash = entryHash(hash, key, entry.id, entry)
    return { ...entry, chainSequence: index + 1, chainKey: key, entryHash: hash }
  })
  return { tail: { sequence: entries.length, hash }, entries }
}

const text = fc.string({ unit: 'grapheme', maxLength: 12 })

/** What one entry says, with an id of its own. */
export const content: fc.Arbitrary<Content> = fc.record({
  id: fc.uuid(),
  aspectKey: fc.constantFrom('firstname', 'lastname', '*'),
  sourceSystemKey: text,
  value: fc.option(text),
  previousValue: fc.option(text),
  observedDateTime: fc
    .integer({ min: 0, max: 2_000_000_000 })
    .map((seconds) => new Date(seconds * 1_000)),
})

export function chains(minLength: number): fc.Arbitrary<Chain> {
  return fc
    .uniqueArray(content, { minLength, maxLength: 12, selector: ({ id }) => id })
    .map(chainOf)
}
