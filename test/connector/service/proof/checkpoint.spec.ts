import fc from 'fast-check'

import { readCheckpoint, writeCheckpoint } from '../../../../connector/service/proof/index.js'
import type { Checkpoint } from '../../../../connector/service/proof/index.js'

const checkpoint: Checkpoint = {
  takenOn: '2026-11-21T10:00:00Z',
  environment: '0b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10',
  lanes: [
    { targetTable: 'account', laneNumber: 1, sequence: 3, hash: 'a'.repeat(64) },
    { targetTable: 'contact', laneNumber: 0, sequence: 12, hash: 'b'.repeat(64) },
  ],
}
const { environment } = checkpoint

describe('A checkpoint', () => {
  const text = writeCheckpoint(checkpoint, 'key')

  it('is read as it was written', () => {
    expect(readCheckpoint(text, 'key', environment)).toEqual({ checkpoint })
  })

  it('is refused where any of it was changed', () => {
    const { length } = text.trimEnd()
    fc.assert(
      fc.property(fc.nat(length - 1), fc.constantFrom('0', '1', 'x'), (index, other) => {
        if (/\s/.test(text.charAt(index)) || text.charAt(index) === other) return
        const changed = `${text.slice(0, index)}${other}${text.slice(index + 1)}`
        expect('fault' in readCheckpoint(changed, 'key', environment)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('is refused where its lanes were left out, put in another order, or it has none', () => {
    const content = JSON.parse(text) as { lanes: readonly object[] }
    for (const lanes of [[], content.lanes.toReversed(), content.lanes.slice(1), undefined]) {
      const changed = JSON.stringify({ ...content, lanes })
      expect('fault' in readCheckpoint(changed, 'key', environment)).toBe(true)
    }
  })

  it('is refused with another secret, of another environment, or as another text, and says why', () => {
    expect(readCheckpoint(text, 'other key', environment)).toEqual({
      fault: 'was changed, or signed with another SIGNING_SECRET.',
    })
    expect(readCheckpoint(text, 'key', 'elsewhere')).toEqual({
      fault: `is of environment ${environment}, expected elsewhere.`,
    })
    for (const other of ['', '[]', 'null', '{"lanes":[]}', text.slice(0, -20)]) {
      expect(readCheckpoint(other, 'key', environment)).toEqual({
        fault: 'is not the text of a checkpoint.',
      })
    }
  })
})
