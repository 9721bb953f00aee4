import fc from 'fast-check'

import {
  bigInteger,
  choice,
  choices,
  date,
  dateTime,
  decimal,
  defineTable,
  file,
  float,
  globalChoice,
  image,
  integer,
  lookup,
  memo,
  money,
  primaryName,
  required,
  text,
  uniqueIdentifier,
  yesNo,
} from '../../../../solution/model/index.js'
import type { Column, GlobalChoice, Options, Table } from '../../../../solution/model/index.js'

const label = fc.string({ unit: 'grapheme', maxLength: 12 })

const options: fc.Arbitrary<Options> = fc
  .uniqueArray(
    fc.record(
      {
        value: fc.integer({ min: -5, max: 2_147_483_647 }),
        label,
        description: label,
        color: fc.constant('#0a0b0c'),
        settings: fc.constant({ IsHidden: '1' }),
      },
      { requiredKeys: ['value', 'label'] },
    ),
    { selector: ({ value }) => value, minLength: 1, maxLength: 4 },
  )
  .map((list) => Object.fromEntries(list.map((option, at) => [`option${at}`, option])))

export const sharedChoice: GlobalChoice = {
  name: 'abc_shared',
  label: 'Shared',
  options: { one: { value: 1, label: 'One' }, two: { value: 2, label: 'Two', description: '' } },
}

const length = fc.integer({ min: 1, max: 4_000 })
const range = fc.record({ minValue: fc.integer(), maxValue: fc.integer() })

type Made = (schemaName: string, label: string) => Column

/** A column of any kind, still without its name. */
const made: fc.Arbitrary<Made> = fc.oneof(
  length.map(
    (maxLength): Made =>
      (name, title) =>
        text(name, title, { maxLength }),
  ),
  length.map(
    (maxLength): Made =>
      (name, title) =>
        memo(name, title, { maxLength }),
  ),
  range.map(
    (limits): Made =>
      (name, title) =>
        integer(name, title, limits),
  ),
  range.map(
    (limits): Made =>
      (name, title) =>
        bigInteger(name, title, limits),
  ),
  range.map(
    (limits): Made =>
      (name, title) =>
        decimal(name, title, limits),
  ),
  range.map(
    (limits): Made =>
      (name, title) =>
        float(name, title, { ...limits, precision: 3 }),
  ),
  range.map(
    (limits): Made =>
      (name, title) =>
        money(name, title, limits),
  ),
  fc.constantFrom<Made>(yesNo, date, dateTime, uniqueIdentifier, file, image),
  options.map((own): Made => (name, title) => ({ ...yesNo(name, title), options: own })),
  options.map(
    (own): Made =>
      (name, title) =>
        choice(name, title, own),
  ),
  options.map(
    (own): Made =>
      (name, title) =>
        choices(name, title, own),
  ),
  fc.constant<Made>((name, title) => globalChoice(name, title, sharedChoice)),
  fc.subarray(['abc_generated', 'account', 'systemuser'], { minLength: 1 }).map(
    (targets): Made =>
      (name, title) =>
        lookup(name, title, targets),
  ),
  fc.record({ settings: relationshipSettings() }).map(
    (deviations): Made =>
      (name, title) =>
        lookup(name, title, 'contact', {
          relationships: [{ schemaName: `own_${name}`, target: 'contact', ...deviations }],
        }),
  ),
  fc.boolean().map((fullSize): Made => (name, title) => ({
    ...image(name, title),
    image: { primary: true, fullSize },
  })),
)

function relationshipSettings() {
  return fc.constantFrom<Readonly<Record<string, string>>>(
    { CascadeDelete: 'Restrict', CascadeArchive: 'Restrict' },
    { 'role1.CustomLabels': 'Persons & more' },
    { 'role0.NavigationPropertyName': 'other_name', IsCustomizable: '0' },
  )
}

/** Texts that are not the usual ones of any kind. */
const deviations = fc.constantFrom<Partial<Column>>(
  {},
  {},
  { settings: { ImeMode: 'active', ExternalName: '' } },
  { settings: { IntroducedVersion: '1.2.3.4' } },
  { settings: { SomethingNew: ' with space ' } },
  { settings: { RequiredLevel: 'recommended' }, required: false },
  { without: ['IsLocalizable'] },
  { without: ['Descriptions'], description: '' },
)

const column = fc
  .record({
    make: made,
    label,
    description: label,
    isRequired: fc.boolean(),
    secured: fc.boolean(),
    deviation: deviations,
  })
  .map(({ make, label: title, description, isRequired, secured, deviation }) => (at: number) => {
    const plain = { ...make(`abc_Column${at}`, title), description, secured }
    return { ...(isRequired ? required(plain) : plain), ...deviation }
  })

const systemParts = fc.constantFrom<Partial<Table>>(
  {},
  { systemColumns: { owninguser: 'absent', createdon: { label: 'Made on' } } },
  { systemColumns: { ownerid: { relationship: { settings: { CascadeAssign: 'Cascade' } } } } },
  { systemColumns: { modifiedby: { relationship: 'absent', without: ['DisplayMask'] } } },
  {
    systemColumns: { statuscode: { choiceParts: { name: 'abc_why', description: 'Why' } } },
    states: [{ value: 0, label: 'On', invariantName: 'Active', defaultStatus: 1 }],
    statusReasons: [{ value: 1, label: 'On', state: 0, color: '#ffffff' }],
  },
)

/** A table with columns of all kinds, each as likely to be usual as not. */
export const generatedTable: fc.Arbitrary<Table> = fc
  .record({
    columns: fc.array(column, { maxLength: 6 }),
    label,
    description: label,
    icon: fc.option(fc.constant('abc_icon'), { nil: undefined }),
    quickCreate: fc.boolean(),
    ownership: fc.constantFrom('user' as const, 'organization' as const),
    settings: fc.constantFrom<Readonly<Record<string, string>>>(
      {},
      { IntroducedVersion: '1.0', IsAuditEnabled: '0', HasRelatedNotes: 'True' },
    ),
    hasKey: fc.boolean(),
    parts: systemParts,
  })
  .map(({ columns, icon, hasKey, parts, ownership, ...header }) => {
    const declared = defineTable({
      schemaName: 'abc_Generated',
      pluralLabel: header.label,
      ...header,
      ownership,
      ...(icon === undefined ? {} : { icon }),
      columns: {
        name: primaryName('abc_Name', 'Name', { autoNumberFormat: 'X-{SEQNUM:4}' }),
        ...Object.fromEntries(columns.map((make, at) => [`column${at}`, make(at)])),
      },
      ...(hasKey ? { keys: { Main: ['name'] } } : {}),
    })
    return ownership === 'user' ? { ...declared, ...parts } : declared
  })
