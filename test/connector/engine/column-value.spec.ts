import fc from 'fast-check'

import { canonicalFromWire, parseColumnValue, toWire } from '../../../connector/engine/index.js'
import type { ColumnScalar, TargetColumn } from '../../../connector/engine/index.js'
import { account, contact } from '../../../solution/tables/index.js'
import { adaId, column, name } from './support.js'

const jobTitle = column(contact, name.jobTitle)
const children = column(contact, contact.columns.numberOfChildren.logicalName)
const latitude = column(account, account.columns.address1Latitude.logicalName)
const income = column(contact, contact.columns.annualIncome.logicalName)
const doNotEmail = column(contact, contact.columns.doNotEmail.logicalName)
const gender = column(contact, name.gender)
const birthday = column(contact, contact.columns.birthDate.logicalName)
const onHold = column(contact, contact.columns.lastOnHoldTime.logicalName)
const parentAccount = column(account, name.parentAccount)
const company = column(contact, name.company)

function valueOf(target: TargetColumn, input: ColumnScalar): string | null {
  const parsed = parseColumnValue(target, input)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}

function refusal(target: TargetColumn, input: ColumnScalar): string {
  const parsed = parseColumnValue(target, input)
  if (parsed.ok) throw new Error(`${String(input)} was taken as ${String(parsed.value)}.`)
  return parsed.message
}

describe('parseColumnValue', () => {
  it('keeps text exactly, accents, case and blanks included', () => {
    expect(valueOf(jobTitle, ' Ingénieure ')).toBe(' Ingénieure ')
  })

  it('takes empty text as no value', () => {
    expect(valueOf(jobTitle, '')).toBeNull()
    expect(valueOf(children, null)).toBeNull()
  })

  it('counts length in UTF-16 units, and names value, column and limit', () => {
    expect(valueOf(jobTitle, '😀'.repeat(50))).toHaveSize(100)
    const message = refusal(jobTitle, `${'😀'.repeat(50)}x`)
    expect(message).toContain('Job Title')
    expect(message).toContain('at most 100 characters and this has 101')
  })

  it('refuses half of a surrogate pair, which no UTF-8 can carry', () => {
    expect(refusal(jobTitle, '\ud83d')).toContain('surrogate')
  })

  it('takes whole numbers in range, with or without zeros behind the point', () => {
    expect(valueOf(children, '007')).toBe('7')
    expect(valueOf(children, 3)).toBe('3')
    expect(valueOf(children, '2.0')).toBe('2')
    for (const bad of ['2.5', '-1', '1000000001', 'two', '1,000', '0x10', ' ']) {
      expect(refusal(children, bad)).toContain('a whole number from 0 to 1000000000')
    }
  })

  it('rounds decimals half away from zero to the precision of the column, without binary error', () => {
    expect(valueOf(latitude, '1.000005')).toBe('1.00001')
    expect(valueOf(latitude, '-1.000005')).toBe('-1.00001')
    expect(valueOf(latitude, '12.500')).toBe('12.5')
    expect(valueOf(latitude, '-0.000001')).toBe('0')
    expect(valueOf(latitude, '1e1')).toBe('10')
    expect(valueOf(income, 0.1 + 0.2)).toBe('0.3')
  })

  it('refuses numbers out of range and digits that would be lost on the way', () => {
    expect(refusal(latitude, '90.1')).toContain('from -90 to 90')
    expect(refusal(income, '922337203685476.13')).toContain('at most 15 digits')
  })

  it('takes yes and no in the usual words', () => {
    for (const yes of ['true', 'TRUE', '1', 'yes', true, 1]) {
      expect(valueOf(doNotEmail, yes)).toBe('true')
    }
    for (const no of ['false', '0', 'No', false, 0]) expect(valueOf(doNotEmail, no)).toBe('false')
    expect(refusal(doNotEmail, 'ja')).toContain('"ja"')
  })

  it('takes a choice by number or by label in any case, and lists what there is', () => {
    expect(valueOf(gender, '2')).toBe('2')
    expect(valueOf(gender, 'fEMALE')).toBe('2')
    expect(refusal(gender, 'other')).toContain('Male (1), Female (2)')
  })

  it('asks for the number where two options share a label', () => {
    const twins = { ...gender, options: [1, 2].map((value) => ({ value, label: 'Same' })) }
    expect(refusal(twins, 'same')).toContain('1 and 2 share this label')
  })

  it('takes days that exist', () => {
    expect(valueOf(birthday, '2024-02-29')).toBe('2024-02-29')
    expect(valueOf(birthday, '2024-02-29T00:00:00Z')).toBe('2024-02-29')
    for (const bad of [
      '2023-02-29',
      '2024-13-01',
      '1752-12-31',
      '21.11.2026',
      '2024-02-29T08:00Z',
    ]) {
      expect(refusal(birthday, bad)).toContain('a day like 2026-11-21')
    }
  })

  it('takes times with their zone in UTC and whole seconds, and refuses times without', () => {
    expect(valueOf(onHold, '2026-11-21T10:00:00.987Z')).toBe('2026-11-21T10:00:00Z')
    expect(valueOf(onHold, '2026-11-21T01:30+05:30')).toBe('2026-11-20T20:00:00Z')
    for (const bad of ['2026-11-21T10:00:00', '2026-11-21', '2026-11-21T24:00:00Z', 'yesterday']) {
      expect(refusal(onHold, bad)).toContain('a time with its zone')
    }
  })

  it('takes the id of a related record in any case and in braces', () => {
    expect(valueOf(parentAccount, `{${adaId.toUpperCase()}}`)).toBe(adaId)
    expect(refusal(parentAccount, 'ORG-7')).toContain('the id (GUID) of a record of account')
  })

  it('asks for the table where a lookup points at several', () => {
    expect(valueOf(company, `account/${adaId}`)).toBe(`account/${adaId}`)
    expect(refusal(company, adaId)).toContain('account/GUID or contact/GUID')
  })

  it('shortens what it quotes', () => {
    expect(refusal(children, 'x'.repeat(5000)).length).toBeLessThan(300)
  })
})

describe('values on the wire', () => {
  it('binds lookups by entity set, and clears them', () => {
    expect(toWire(parentAccount, adaId)).toEqual([
      'ParentAccountId@odata.bind',
      `/accounts(${adaId})`,
    ])
    expect(toWire(company, `account/${adaId}`)).toEqual([
      'parentcustomerid_account@odata.bind',
      `/accounts(${adaId})`,
    ])
    expect(toWire(parentAccount, null)).toEqual(['ParentAccountId@odata.bind', null])
  })

  it('reads a lookup with its table from the annotation', () => {
    const property = '_parentcustomerid_value'
    expect(
      canonicalFromWire(company, {
        [property]: adaId,
        [`${property}@Microsoft.Dynamics.CRM.lookuplogicalname`]: 'account',
      }),
    ).toBe(`account/${adaId}`)
  })

  it('comes back as it was sent', () => {
    const two = (n: number) => String(n).padStart(2, '0')
    const cases: readonly (readonly [TargetColumn, fc.Arbitrary<ColumnScalar>])[] = [
      [jobTitle, fc.string({ maxLength: 50, unit: 'grapheme' })],
      [children, fc.integer({ min: 0, max: 1_000_000_000 })],
      [latitude, fc.double({ min: -90, max: 90, noNaN: true })],
      [income, fc.double({ min: 0, max: 1e12, noNaN: true })],
      [doNotEmail, fc.boolean()],
      [gender, fc.constantFrom('1', '2', 'Male', 'female')],
      [
        birthday,
        fc
          .tuple(fc.integer({ min: 1753, max: 9999 }), fc.nat(11), fc.nat(27))
          .map(([y, m, d]) => `${String(y)}-${two(m + 1)}-${two(d + 1)}`),
      ],
      [
        onHold,
        fc
          .date({ min: new Date(-6e12), max: new Date(2e14), noInvalidDate: true })
          .map((date) => date.toISOString()),
      ],
      [parentAccount, fc.uuid()],
    ]
    for (const [target, inputs] of cases) {
      fc.assert(
        fc.property(inputs, (input) => {
          const value = valueOf(target, input)
          const [property, wire] = toWire(target, value)
          const row =
            target.kind === 'lookup'
              ? { _parentaccountid_value: String(wire).slice('/accounts('.length, -1) }
              : { [property]: wire }
          expect(canonicalFromWire(target, row)).toBe(value)
          expect(valueOf(target, value)).toBe(value)
        }),
      )
    }
  })
})
