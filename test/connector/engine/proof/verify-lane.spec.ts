import fc from 'fast-check'

import { immutableColumns } from '../../../../connector/engine/chain.js'
import { faultText, verifyLane } from '../../../../connector/engine/proof/index.js'
import type {
  LaneVerdict,
  ProvenEntry,
  WholeLane,
} from '../../../../connector/engine/proof/index.js'
import { chainOf, chains, content, lane } from './chains.js'
import type { Chain } from './chains.js'

function verify(
  { tail }: Pick<Chain, 'tail'>,
  entries: readonly ProvenEntry[],
  options: Partial<WholeLane> = {},
): LaneVerdict {
  const inOrder = entries.toSorted((a, b) => (a.chainSequence ?? 0) - (b.chainSequence ?? 0))
  return verifyLane({ ...lane, tail, ...options }, inOrder)
}

/** A chain and one of its places, counted from 0. */
function placed(minLength: number): fc.Arbitrary<readonly [Chain, number]> {
  return chains(minLength).chain((chain) =>
    fc.tuple(fc.constant(chain), fc.nat(chain.entries.length - 1)),
  )
}

const changes: Readonly<
  Record<(typeof immutableColumns)[number], (entry: ProvenEntry) => unknown>
> = {
  ledgerAspect: () => 'record',
  aspectKey: ({ aspectKey }) => `${aspectKey}x`,
  targetTable: () => 'account',
  targetId: () => '1b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10',
  sourceSystemKey: ({ sourceSystemKey }) => `${sourceSystemKey} `,
  value: ({ value }) => (value === null ? '' : null),
  previousValue: ({ previousValue }) => `${previousValue ?? ''}!`,
  observedDateTime: ({ observedDateTime }) => new Date((observedDateTime?.getTime() ?? 0) + 1_000),
  replaces: ({ id }) => ({ table: 'govcdm_integrationledger', id }),
  decisionTrace: () => null,
}

describe('verifyLane', () => {
  it('finds no fault in a chain as it was written', () => {
    fc.assert(
      fc.property(chains(0), (chain) => {
        const { firstFault, verified } = verify(chain, chain.entries)
        expect(firstFault).toBeNull()
        expect(verified).toBe(chain.entries.length)
      }),
    )
  })

  for (const column of immutableColumns) {
    it(`names the entry whose ${column} was altered`, () => {
      fc.assert(
        fc.property(placed(1), ([chain, index]) => {
          const entries = chain.entries.map((entry, place) =>
            place === index ? { ...entry, [column]: changes[column](entry) } : entry,
          )
          const { firstFault, faults } = verify(chain, entries)
          expect(firstFault?.kind).toBe('altered')
          expect(firstFault?.entryId).toBe(chain.entries[index]?.id ?? '')
          expect(faults).toBe(1)
        }),
      )
    })
  }

  it('names an altered hash, place or id, and finds it at its place', () => {
    const columns = { entryHash: 'f'.repeat(64), chainKey: 'contact/2/99', id: lane.targetTable }
    fc.assert(
      fc.property(
        placed(1),
        fc.constantFrom(...Object.entries(columns)),
        ([chain, index], change) => {
          const entries = chain.entries.map((entry, place) =>
            place === index ? { ...entry, [change[0]]: change[1] } : entry,
          )
          const { firstFault } = verify(chain, entries)
          expect([firstFault?.kind, firstFault?.sequence]).toEqual(['altered', index + 1])
        },
      ),
    )
  })

  it('names the first place that has lost its entry, the last one included', () => {
    fc.assert(
      fc.property(placed(1), ([chain, index]) => {
        const { firstFault } = verify(chain, chain.entries.toSpliced(index, 1))
        expect([firstFault?.kind, firstFault?.sequence]).toEqual(['missing', index + 1])
      }),
    )
  })

  it('names an entry that was put at a place that is taken, whichever of the two comes first', () => {
    fc.assert(
      fc.property(placed(1), content, fc.boolean(), ([chain, index], extra, comesFirst) => {
        const there = chain.entries[index]
        if (!there) throw new Error('no such place')
        const copy = { ...there, ...extra, name: 'LEDGER-COPY', chainKey: null }
        const entries = chain.entries.toSpliced(comesFirst ? index : index + 1, 0, copy)
        const { firstFault, faults } = verify(chain, entries)
        expect([firstFault?.kind, firstFault?.name, faults]).toEqual(['inserted', 'LEDGER-COPY', 1])
      }),
    )
  })

  it('names an entry without a place, and one beyond the tail unless a batch is under way', () => {
    fc.assert(
      fc.property(chains(2), (chain) => {
        const [last, before] = [chain.entries.at(-1), chain.entries.at(-2)]
        if (!last || !before) throw new Error('too short')
        const shorter = {
          tail: { sequence: chain.entries.length - 1, hash: before.entryHash ?? '' },
        }
        const beyond = verify(shorter, chain.entries)
        expect([beyond.firstFault?.kind, beyond.firstFault?.entryId]).toEqual(['inserted', last.id])
        const underWay = verify(shorter, chain.entries, { isUnderWay: true })
        expect([underWay.firstFault, underWay.provisional]).toEqual([null, 1])

        const stray = { ...last, id: 'stray', chainSequence: null, chainKey: null }
        const { firstFault } = verify(chain, [...chain.entries, stray])
        expect([firstFault?.kind, firstFault?.entryId]).toEqual(['inserted', 'stray'])
      }),
    )
  })

  it('names the first of two entries whose places, or whose contents, were swapped', () => {
    fc.assert(
      fc.property(placed(2), fc.boolean(), ([chain, index], swapsPlaces) => {
        const first = Math.min(index, chain.entries.length - 2)
        const [a, b] = [chain.entries[first], chain.entries[first + 1]]
        if (!a || !b) throw new Error('too short')
        const exchanged = swapsPlaces
          ? [
              { ...a, chainSequence: b.chainSequence },
              { ...b, chainSequence: a.chainSequence },
            ]
          : [
              { ...a, ...chainColumns(b) },
              { ...b, ...chainColumns(a) },
            ]
        const { firstFault } = verify(chain, chain.entries.toSpliced(first, 2, ...exchanged))
        expect([firstFault?.kind, firstFault?.sequence]).toEqual(['altered', first + 1])
      }),
    )
  })

  it('finds a tail that names another hash than the last entry', () => {
    fc.assert(
      fc.property(chains(1), ({ tail, entries }) => {
        const wrong = { tail: { ...tail, hash: 'f'.repeat(64) } }
        expect(verify(wrong, entries).firstFault?.kind).toBe('tail')
      }),
    )
  })

  it('finds a chain that was cut, tail and all, only by a checkpoint', () => {
    fc.assert(
      fc.property(placed(1), ([chain, index]) => {
        const entries = chain.entries.slice(0, index)
        const cut = { tail: { sequence: index, hash: entries.at(-1)?.entryHash ?? '' } }
        expect(verify(cut, entries).firstFault).toBeNull()
        const { firstFault } = verify(cut, entries, { checkpoint: chain.tail })
        expect([firstFault?.kind, firstFault?.sequence]).toEqual(['cut', index + 1])
      }),
    )
  })

  it('finds a chain that was rewritten as a whole only by a checkpoint, which later entries leave valid', () => {
    fc.assert(
      fc.property(placed(2), ([chain, index]) => {
        const known = chain.entries[index]
        const checkpoint = { sequence: index + 1, hash: known?.entryHash ?? '' }
        expect(verify(chain, chain.entries, { checkpoint }).firstFault).toBeNull()
        const rewritten = chainOf(
          chain.entries.map((entry, place) =>
            place === 0 ? { ...entry, value: `${entry.value ?? ''}!` } : entry,
          ),
        )
        expect(verify(rewritten, rewritten.entries).firstFault).toBeNull()
        const { firstFault } = verify(rewritten, rewritten.entries, { checkpoint })
        expect([firstFault?.kind, firstFault?.sequence]).toEqual(['rewritten', index + 1])
      }),
    )
  })

  it('says which entry of which lane is at fault, what was expected and what is there', () => {
    const id = '6f1d6bdc-53a6-7b1c-9a3e-0c5a4c1f7e21'
    const chain = chainOf([
      { ...base, id },
      { ...base, id: '7f1d6bdc-53a6-7b1c-9a3e-0c5a4c1f7e21' },
    ])
    const [first, second] = chain.entries
    if (!first || !second) throw new Error('too short')
    const { firstFault } = verify(chain, [{ ...first, entryHash: 'abc' }, second])
    expect(firstFault && faultText(lane, firstFault)).toBe(
      `Entry LEDGER-1 (${id}) at place 1 of lane contact/2 was altered. ` +
        `Expected hash ${first.entryHash ?? ''}, found hash abc.`,
    )
    const { firstFault: gap } = verify(chain, [second])
    expect(gap && faultText(lane, gap)).toBe(
      'An entry at place 1 of lane contact/2 is missing. Expected an entry, found none.',
    )
  })
})

const base = {
  aspectKey: 'lastname',
  sourceSystemKey: 'HRIS',
  value: 'Lovelace',
  previousValue: null,
  observedDateTime: new Date(0),
}

function chainColumns({ chainSequence, chainKey, entryHash }: ProvenEntry) {
  return { chainSequence, chainKey, entryHash }
}
