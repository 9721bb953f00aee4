import type { Entry, Moment } from '../../../controls/shared/ledger/entry.js'

/** Noon, UTC, so many days after the first of January 2026. */
export function day(number: number): Moment {
  const at = Date.UTC(2026, 0, 1 + number, 12)
  return { at, text: new Date(at).toISOString().slice(0, 10) }
}

let made = 0

/** A pending entry of a contact's e-mail that waits for a steward, but for what is given. */
export function entry(over: Partial<Entry> = {}): Entry {
  made += 1
  return {
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    name: `LEDGER-${made}`,
    aspect: 'field',
    aspectKey: 'emailaddress1',
    targetTable: 'contact',
    targetId: 'c0000000-0000-4000-8000-000000000001',
    source: 'HRIS',
    status: 'pending',
    settledStatus: 'pending',
    value: 'ada@agency.gov',
    previousValue: '',
    reason: 'Its policy waits for a steward.',
    trace: '{"policy":"field","commit":"onCertify"}',
    notes: '',
    observed: day(1),
    applied: null,
    superseded: null,
    lastConfirmed: null,
    stale: null,
    certifiedBy: null,
    certified: null,
    firstCertifiedBy: null,
    firstCertified: null,
    isFirstMine: false,
    drifted: null,
    outsideValue: '',
    item: null,
    job: null,
    isActive: true,
    ...over,
  }
}

/** Certified and on the record. */
export function certified(over: Partial<Entry> = {}): Entry {
  return entry({
    status: 'certified',
    settledStatus: 'certified',
    applied: day(1),
    certified: day(1),
    ...over,
  })
}
