import { fieldOf } from '../../../controls/ProvenanceBadge/data/bound-field.js'
import type { FieldRules } from '../../../controls/ProvenanceBadge/data/bound-field.js'
import { fieldText } from '../../../controls/ProvenanceBadge/model/field-text.js'
import { styleOf } from './texts.js'

type Property = ComponentFramework.PropertyTypes.Property

const rules: FieldRules = {
  label: '',
  isDisabled: false,
  currencySymbol: '$',
  currencyDigits: 2,
  minutesAhead: () => -300,
  echo: undefined,
}

function property(
  type: string,
  raw: unknown,
  attributes: object = {},
  over: object = {},
): Property {
  const given = {
    type,
    raw,
    error: false,
    errorMessage: '',
    attributes: { LogicalName: 'x', DisplayName: 'Column', ...attributes },
    ...over,
  }
  return given as unknown as Property
}

const textOf = (bound: Property, over: Partial<FieldRules> = {}) =>
  fieldText(fieldOf(bound, { ...rules, ...over }).data, styleOf())

describe('The bound column', () => {
  it('is shown as its type asks, for every type that the badge takes', () => {
    const options = [
      { Value: 0, Label: 'No', Color: '#000000' },
      { Value: 1, Label: 'Yes', Color: 'red; background: url(x)' },
    ]
    const cases: readonly (readonly [Property, string])[] = [
      [property('SingleLine.Text', 'Ada'), 'Ada'],
      [property('Multiple', 'a\nb'), 'a\nb'],
      [property('Whole.None', 12_345), '12,345'],
      [property('Decimal', 1.5, { Precision: 3 }), '1.500'],
      [property('FP', 1.5), '1.50'],
      [property('Currency', -1234.5), '-$1,234.50'],
      [property('Currency', 5, {}, { formatted: '5,00 kr.' }), 'kr.5.00'],
      [property('OptionSet', 1, { Options: options }), 'Yes'],
      [property('OptionSet', 99, { Options: options }), '99'],
      [property('TwoOptions', false, { Options: options }), 'No'],
      [
        property('DateAndTime.DateOnly', new Date('2026-03-01T00:00:00Z'), { Behavior: 2 }),
        '3/1/2026',
      ],
      [property('Lookup.Simple', [{ id: '1', entityType: 'x', name: 'Norway' }]), 'Norway'],
      [property('SingleLine.Text', null), ''],
      [property('Whole.None', null), ''],
      [property('OptionSet', null, { Options: options }), ''],
    ]
    for (const [bound, text] of cases) expect(textOf(bound)).withContext(bound.type).toBe(text)
    const [no, yes] = cases.flatMap(([bound]) => {
      const { data } = fieldOf(bound, rules)
      return data.kind === 'choice' ? data.options : []
    })
    expect(no?.color).toBe('#000000')
    // A colour is nothing but a colour.
    expect(yes?.color).toBeUndefined()
  })

  it('reads a time on the clock of the user', () => {
    const bound = property('DateAndTime.DateAndTime', new Date('2026-03-01T02:30:00Z'), {
      Behavior: 1,
    })
    expect(textOf(bound)).toMatch(/^2\/28\/2026 9:30\sPM$/)
  })

  it('shows what was typed while the form still has the date that was put out', () => {
    const date = new Date(2026, 2, 1, 9, 30)
    const bound = property('DateAndTime.DateAndTime', date, { Behavior: 1 })
    const echo = { date, wall: Date.UTC(2026, 2, 1, 9, 30) }
    expect(textOf(bound, { echo })).toMatch(/^3\/1\/2026 9:30\sAM$/)
  })

  it('knows what is required, read-only, secured and wrong', () => {
    const field = fieldOf(
      property(
        'SingleLine.Text',
        null,
        { RequiredLevel: 2, MaxLength: 10 },
        {
          error: true,
          errorMessage: 'Twice.',
          security: { secured: true, readable: false, editable: false },
        },
      ),
      rules,
    )
    expect(field).toEqual(
      jasmine.objectContaining({
        label: 'Column',
        isRequired: true,
        isReadOnly: true,
        isReadable: false,
        error: 'Twice.',
      }),
    )
    const free = fieldOf(property('SingleLine.Text', 'x', { RequiredLevel: 3 }), rules)
    expect(free).toEqual(jasmine.objectContaining({ isRequired: false, isReadOnly: false }))
  })
})
