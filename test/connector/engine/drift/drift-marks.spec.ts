import fc from 'fast-check'

import { coveredColumns, driftMarks } from '../../../../connector/engine/drift/index.js'
import type { DriftMark, MarkedEntry } from '../../../../connector/engine/drift/index.js'
import type { CanonicalValue, LedgerEntryState } from '../../../../connector/engine/index.js'
import { contact } from '../../../../solution/tables/index.js'
import { day, entry, heldEntry, name, now, orgId, record, targetTable } from '../support.js'

const table = targetTable(contact)
const unmarked: DriftMark = { driftedOn: null, outsideValue: null }

function marks(
  values: Readonly<Record<string, CanonicalValue>>,
  ...entries: readonly (LedgerEntryState & { readonly mark?: DriftMark })[]
): readonly [string, DriftMark][] {
  const marked = entries.map((one): MarkedEntry => ({ ...one, mark: one.mark ?? unmarked }))
  const changes = driftMarks(table, { ...record({ values }), entries: marked }, now)
  return changes.map(({ entryId, mark }) => [entryId, mark])
}

const title = (value: CanonicalValue) => ({ [name.jobTitle]: value })
const since = (outsideValue: CanonicalValue, driftedOn = now): DriftMark => ({
  driftedOn,
  outsideValue,
})

describe('The mark of a value changed outside', () => {
  it('is set where the record has another value than its entry in force, also none', () => {
    const head = entry()

    expect(marks(title('Engineer'), head)).toEqual([])
    expect(marks(title('engineer'), head)).toEqual([[head.id, since('engineer')]])
    expect(marks(title(null), head)).toEqual([[head.id, since(null)]])
  })

  it('keeps its time while the value goes on changing, and goes when the value is back', () => {
    const head = { ...entry(), mark: since('Analyst', now - day) }

    expect(marks(title('Analyst'), head)).toEqual([])
    expect(marks(title('Poet'), head)).toEqual([[head.id, since('Poet', now - day)]])
    expect(marks(title('Engineer'), head)).toEqual([[head.id, unmarked]])
  })

  it('is not for held, superseded, rejected or revoked values, and is taken from them', () => {
    const mark = since('Analyst', now - day)
    const over = [
      { appliedOn: null },
      { supersededOn: now },
      { status: 'rejected' },
      { status: 'revoked' },
    ] as const
    for (const one of over) {
      const plain = entry(one)

      expect(marks(title('Analyst'), plain)).toEqual([])
      expect(marks(title('Analyst'), { ...plain, mark })).toEqual([[plain.id, unmarked]])
    }
  })

  it('is not for the value that a certified one is about to replace', () => {
    const certified = heldEntry({ status: 'certified', value: 'Analyst', sourceSystemKey: 'CRM' })

    expect(marks(title('Analyst'), entry(), certified)).toEqual([])
  })

  it('is told of a whole record by the columns that differ and that no newer entry speaks of', () => {
    const whole = entry({
      aspectKey: '*',
      value: JSON.stringify({ [name.department]: 'R&D', [name.jobTitle]: 'Poet', gone: 'x' }),
      appliedOn: now - 2 * day,
    })
    const values = { [name.department]: 'Sales', [name.jobTitle]: 'Engineer' }

    expect(coveredColumns(whole)).toEqual([name.department, name.jobTitle, 'gone'])
    expect(marks(values, whole, entry())).toEqual([
      [whole.id, since(JSON.stringify({ [name.department]: 'Sales' }))],
    ])
  })

  it('goes by the id of a related record, whether its table is named or not', () => {
    const head = entry({ aspectKey: name.company, value: `account/${orgId}` })

    expect(marks({ [name.company]: orgId }, head)).toEqual([])
    expect(marks({ [name.company]: null }, head)).toEqual([[head.id, since(null)]])
  })

  it('is right once it was set: looking again changes nothing', () => {
    const value = fc.option(fc.constantFrom('Engineer', 'Poet', ''), { nil: null })
    const states = fc.record({
      value,
      status: fc.constantFrom('pending', 'certified', 'rejected', 'revoked'),
      appliedOn: fc.option(fc.constantFrom(now - day, now - 2 * day), { nil: null }),
      supersededOn: fc.option(fc.constant(now), { nil: null }),
      mark: fc.constantFrom(unmarked, since('Poet', now - day), since(null, now - day)),
    })
    fc.assert(
      fc.property(fc.array(states, { maxLength: 5 }), value, (all, held) => {
        const entries = all.map((one) => ({ ...entry(one), mark: one.mark }))
        const changed = new Map(marks(title(held), ...entries))
        const after = entries.map((one) => ({ ...one, mark: changed.get(one.id) ?? one.mark }))

        expect(marks(title(held), ...after)).toEqual([])
        expect(after.filter(({ mark }) => mark.driftedOn !== null).length).toBeLessThanOrEqual(1)
      }),
    )
  })
})
