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
import type { Column, GlobalChoice, Table } from '../../../../solution/model/index.js'
import { emptySolution } from '../../../../solution/model/solution/index.js'
import type { Solution, TableComponent } from '../../../../solution/model/solution/index.js'

/** A city's own solution: a table with a column of every kind, and one it points at. */
export const permitClass = {
  home: { value: 500_000_000, label: 'Home' },
  trade: { value: 500_000_001, label: 'Trade' },
} as const

export const hazard = {
  name: 'cty_hazard',
  label: 'Hazard',
  options: {
    fire: { value: 500_000_010, label: 'Fire' },
    noise: { value: 500_000_011, label: 'Noise' },
    fumes: { value: 500_000_012, label: 'Fumes, gas' },
  },
} as const satisfies GlobalChoice

export const district = defineTable({
  schemaName: 'cty_District',
  label: 'District',
  pluralLabel: 'Districts',
  columns: { name: required(primaryName('cty_Name', 'Name')) },
})

export const permit = defineTable({
  schemaName: 'cty_Permit',
  label: 'Permit',
  pluralLabel: 'Permits',
  columns: {
    number: required(primaryName('cty_Number', 'Number', { maxLength: 40 })),
    street: text('cty_Street', 'Street', { maxLength: 60 }),
    remarks: memo('cty_Remarks', 'Remarks', { maxLength: 500 }),
    storeys: integer('cty_Storeys', 'Storeys', { minValue: 0, maxValue: 90 }),
    parcel: bigInteger('cty_Parcel', 'Parcel'),
    area: decimal('cty_Area', 'Area', { precision: 3 }),
    slope: float('cty_Slope', 'Slope'),
    fee: money('cty_Fee', 'Fee'),
    isHeritage: yesNo('cty_IsHeritage', 'Heritage'),
    permitClass: choice('cty_Class', 'Class', permitClass),
    hazard: globalChoice('cty_MainHazard', 'Main Hazard', hazard),
    hazards: choices('cty_Hazards', 'Hazards', hazard.options),
    grantedOn: dateTime('cty_GrantedOn', 'Granted On'),
    validUntil: date('cty_ValidUntil', 'Valid Until'),
    district: lookup('cty_District', 'District', 'cty_district'),
    applicant: lookup('cty_Applicant', 'Applicant', ['account', 'contact']),
    inspector: lookup('cty_Inspector', 'Inspector', 'systemuser'),
    mailing: lookup('cty_Mailing', 'Mailing', 'email'),
    registryId: uniqueIdentifier('cty_RegistryId', 'Registry ID'),
    plan: file('cty_Plan', 'Plan'),
    photo: image('cty_Photo', 'Photo'),
  },
  keys: { Registry: ['registryId'] },
  statusReasons: [
    { value: 500_000_020, label: 'Applied For', state: 0 },
    { value: 1, label: 'Granted', state: 0 },
    { value: 500_000_021, label: 'Expired', state: 1 },
  ],
})

export const whole = (table: Table): TableComponent => ({
  table,
  include: 'all',
  forms: [],
  views: [],
  charts: [],
})

export function solutionOf(
  tables: readonly TableComponent[],
  uniqueName = 'CityPermits',
): Solution {
  return {
    ...emptySolution,
    uniqueName,
    label: 'City Permits',
    description: '',
    version: '1.2.0.0',
    publisher: {
      uniqueName: 'city',
      label: 'City',
      description: '',
      prefix: 'cty',
      optionValuePrefix: 50_000,
    },
    tables,
  }
}

export const cityPermits: Solution = {
  ...solutionOf([whole(district), whole(permit)]),
  choices: [hazard],
}

/** A table of another solution with some columns more, as an export lists it. */
export function excerptOf(table: Table, columns: Readonly<Record<string, Column>>): TableComponent {
  return { ...whole({ ...table, columns }), include: 'listed' }
}
