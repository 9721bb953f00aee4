import * as fc from 'fast-check'

import { allowedActions, eligible } from '../../../controls/LedgerTimeline/model/actions.js'
import { choicesWith, noChoices } from '../../../controls/LedgerTimeline/model/choices.js'
import { clip } from '../../../controls/shared/clip.js'
import { conflictAmong } from '../../../controls/LedgerTimeline/model/conflicts.js'
import { isHeld, isInForce, isStale, isUnsettled } from '../../../controls/shared/ledger/entry.js'
import { dayKey, dayOf } from '../../../controls/LedgerTimeline/model/groups.js'
import { linesOf } from '../../../controls/LedgerTimeline/model/lines.js'
import { recordFields, traceSteps } from '../../../controls/LedgerTimeline/model/trace.js'
import { certified, day, entry } from './entries.js'

const utc = () => 0

describe('what a steward may do to an entry', () => {
  it('is to certify or reject what is pending, written already or not', () => {
    expect(allowedActions(entry())).toEqual(['certify', 'reject'])
    expect(allowedActions(entry({ applied: day(2) }))).toEqual(['certify', 'reject'])
  })

  it('is to revoke what is certified', () => {
    expect(allowedActions(certified())).toEqual(['revoke'])
  })

  it('is nothing once it is rejected, revoked, superseded or inactive', () => {
    expect(allowedActions(entry({ status: 'rejected' }))).toEqual([])
    expect(allowedActions(entry({ status: 'revoked' }))).toEqual([])
    expect(allowedActions(entry({ superseded: day(2) }))).toEqual([])
    expect(allowedActions(certified({ superseded: day(2) }))).toEqual([])
    expect(allowedActions(entry({ isActive: false }))).toEqual([])
  })

  it('is told apart within a selection', () => {
    const [pending, done] = [entry(), certified()]
    expect(eligible('certify', [pending, done])).toEqual([pending])
    expect(eligible('revoke', [pending, done])).toEqual([done])
  })
})

describe('the life of an entry', () => {
  it('is held while it waits unwritten, and in force from its writing to its end', () => {
    expect(isHeld(entry())).toBeTrue()
    expect(isHeld(entry({ applied: day(1) }))).toBeFalse()
    expect(isInForce(entry({ applied: day(1) }))).toBeTrue()
    expect(isInForce(certified({ superseded: day(3) }))).toBeFalse()
    expect(isInForce(certified({ status: 'revoked' }))).toBeFalse()
  })

  it('is stale from the moment named, and only while it is in force', () => {
    const inForce = certified({ stale: day(10) })
    expect(isStale(inForce, day(9).at)).toBeFalse()
    expect(isStale(inForce, day(10).at)).toBeTrue()
    expect(isStale({ ...inForce, superseded: day(5) }, day(11).at)).toBeFalse()
    expect(isStale(entry({ stale: day(10) }), day(11).at)).toBeFalse()
  })

  it('is unsettled while the service has not made its status effective', () => {
    expect(isUnsettled(entry({ status: 'certified', settledStatus: 'pending' }))).toBeTrue()
    expect(isUnsettled(certified())).toBeFalse()
    expect(isUnsettled(certified({ settledStatus: null }))).toBeFalse()
  })
})

describe('conflicts', () => {
  it('put the value in force first, then what is held against it, newest first', () => {
    const older = entry({ source: 'ERP', value: 'b', observed: day(2) })
    const newer = entry({ source: 'CRM', value: 'c', observed: day(3) })
    const inForce = certified({ value: 'a' })
    expect(conflictAmong([older, newer, inForce])).toEqual([inForce, newer, older])
  })

  it('are none where the values agree, or the rivals are history', () => {
    const inForce = certified({ value: 'a' })
    expect(conflictAmong([inForce, entry({ value: 'a' })])).toBeUndefined()
    expect(conflictAmong([inForce, entry({ value: 'b', superseded: day(2) })])).toBeUndefined()
    expect(conflictAmong([inForce, entry({ value: 'b', status: 'rejected' })])).toBeUndefined()
    expect(conflictAmong([])).toBeUndefined()
  })

  it('never mix records or aspects', () => {
    const one = entry({ value: 'a' })
    for (const over of [
      { targetId: 'other' },
      { aspectKey: 'firstname' },
      { targetTable: 'account' },
    ]) {
      for (const grouping of ['aspect', 'day'] as const) {
        const lines = linesOf([one, entry({ value: 'b', ...over })], grouping, utc)
        const inConflict = lines.filter(
          (line) => line.kind === 'conflict' || (line.kind === 'entry' && line.conflict),
        )
        expect(inConflict).toEqual([])
      }
    }
  })
})

describe('groups', () => {
  it('have their entries newest first, and the group with the newest first', () => {
    const email = entry({ observed: day(1) })
    const emailLater = entry({ observed: day(3) })
    const name = entry({ aspectKey: 'firstname', observed: day(4) })
    const lines = linesOf([email, name, emailLater], 'aspect', utc)
    const groups = lines.flatMap((line) => (line.kind === 'heading' ? [line.group.entries] : []))
    expect(groups).toEqual([[name], [emailLater, email]])
  })

  it("are days of the user's own calendar", () => {
    const evening = entry({ observed: { at: Date.UTC(2026, 0, 2, 3), text: '' } })
    expect(dayKey(evening, () => -300)).toBe('2026-01-01')
    expect(dayKey(evening, () => 60)).toBe('2026-01-02')
    expect(dayKey(entry({ observed: null }), utc)).toBe('')
    expect(dayOf(Date.UTC(2026, 0, 1, 20), 780)).toBe('2026-01-02')
  })

  it('keep every entry exactly once, whatever the entries are', () => {
    const entries = fc.array(
      fc
        .record({
          aspectKey: fc.constantFrom('a', 'b', '*'),
          targetId: fc.constantFrom('1', '2'),
          at: fc.option(fc.integer({ min: 0, max: 9_999_999_999_999 })),
          value: fc.constantFrom('x', 'y'),
        })
        .map(({ at, ...over }) =>
          entry({ ...over, observed: at === null ? null : { at, text: '' } }),
        ),
    )
    fc.assert(
      fc.property(entries, fc.constantFrom('aspect' as const, 'day' as const), (all, grouping) => {
        const lines = linesOf(all, grouping, utc)
        const drawn = lines.flatMap((line) => (line.kind === 'entry' ? [line.entry.id] : []))
        expect([...drawn].sort()).toEqual(all.map(({ id }) => id).sort())
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
      }),
    )
  })
})

describe('lines', () => {
  it('show a conflict once under its aspect, and by day at the entries themselves', () => {
    const rivals = [certified({ value: 'a' }), entry({ value: 'b' })]
    const byAspect = linesOf(rivals, 'aspect', utc).map(({ kind }) => kind)
    expect(byAspect).toEqual(['heading', 'conflict', 'entry', 'entry'])
    const byDay = linesOf(rivals, 'day', utc)
    expect(byDay.map(({ kind }) => kind)).toEqual(['heading', 'entry', 'entry'])
    expect(byDay.filter((line) => line.kind === 'entry' && line.conflict).length).toBe(2)
  })
})

describe('choices to filter by', () => {
  it('stay when a filter hides the entries that had them', () => {
    const seen = choicesWith(noChoices, [entry(), entry({ source: 'ERP', aspectKey: 'firstname' })])
    const later = choicesWith(seen, [entry({ source: 'ERP' })])
    expect([...later.sources]).toEqual(['HRIS', 'ERP'])
    expect([...later.aspects.keys()].sort()).toEqual(['emailaddress1', 'firstname'])
  })
})

describe('texts of entries', () => {
  it('give the steps of a trace in order', () => {
    expect(traceSteps('{"policy":"field","time":"newer"}')).toEqual([
      { rule: 'policy', result: 'field' },
      { rule: 'time', result: 'newer' },
    ])
  })

  it('give the fields of a whole record', () => {
    expect(recordFields('{"firstname":"Ada","age":36,"fax":null}')).toEqual([
      ['firstname', 'Ada'],
      ['age', '36'],
      ['fax', ''],
    ])
  })

  it('take any text without failing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        traceSteps(text)
        recordFields(text)
        expect(clip(text, 5).text.length).toBeLessThanOrEqual(5)
      }),
    )
    expect(traceSteps('[1]')).toEqual([])
    expect(traceSteps('{"broken')).toEqual([])
  })

  it('are never cut through a character', () => {
    expect(clip('ab😀', 3)).toEqual({ text: 'ab', cut: true })
    expect(clip('ab😀', 4)).toEqual({ text: 'ab😀', cut: false })
  })
})
