import type { Column, ColumnKind } from '../column.js'

/**
 * Class ids of the platform's form controls, upper-case GUIDs without braces. Source: the reference
 * of form XML (https://learn.microsoft.com/power-apps/developer/model-driven-apps/form-xml-schema),
 * the older control list of its software kit, and exports.
 */
export const controlClass = {
  textBox: '4273EDBD-AC1D-40D3-9FB2-095C621B552D',
  textArea: 'E0DECE4B-6FC8-4A8F-A065-082708572369',
  email: 'ADA2203E-B4CD-49BE-9DDF-234642B43B52',
  url: '71716B6C-711E-476C-8AB8-5D11542BFB47',
  ticker: '1E1FC551-F7A8-43AF-AC34-A8DC35C7B6D4',
  integer: 'C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F',
  duration: 'AA987274-CE4E-4271-A803-66164311A958',
  language: '671A9387-CA5A-4D1E-8AB7-06E39DDCF6B5',
  timeZone: '7C624A0B-F59E-493D-9583-638D34759266',
  decimal: 'C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E',
  float: '0D2C745A-E5A8-4C8F-BA63-C6D3BB604660',
  money: '533B9E00-756B-4312-95A0-DC888637AC78',
  /** A number that a rule of the platform computes. */
  computedNumber: '533B9108-5A8B-42CB-BD37-52D1B8E7C741',
  radio: '67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5ED',
  checkBox: 'B0C6723A-8503-4FD7-BB28-C8A06AC933C2',
  choice: '3EF39988-22BB-4F0B-BBBE-64B5A3748AEE',
  choices: '4AA28AB7-9C13-4F57-A73D-AD894D048B5F',
  statusReason: '5D68B988-0661-4DB2-BC3E-17598AD3BE6C',
  dateTime: '5B773807-9FB2-42DB-97C3-7A91EFF8ADFF',
  lookup: '270BD3DB-D9AF-4782-9025-509E298DEC0A',
  partyList: 'CBFB742C-14E7-4A17-96BB-1A13F7F64AA2',
  regarding: 'F3015350-44A2-4AA0-97B5-00166532B5E9',
  file: '0A7FF475-B016-4687-9CE5-042BFDBD6519',
  /** Rows of a table; also a tile of a dashboard. */
  subgrid: 'E7A81278-8635-4D9E-8D4D-59480B391C5B',
  quickView: '5C5600E0-1D6E-4205-A272-BE80DA87FD42',
  webResource: '9FDF5F91-88B1-47F4-AD53-C11EFC01A01D',
  /** Whatever a code component (PCF) stands in the place of, fields and subgrids alike. */
  bound: 'F9A8A302-114E-466A-B582-6771B2AE0D92',
} as const

const c = controlClass

/**
 * The controls that show a column of each kind; the first is what the platform takes by itself.
 * Forms show a date in the control of lookups where it is on a card.
 */
const classesOfKind: Readonly<Record<ColumnKind, readonly string[]>> = {
  text: [c.textBox, c.textArea, c.email, c.url, c.ticker],
  memo: [c.textArea, c.textBox],
  integer: [c.integer, c.duration, c.language, c.timeZone],
  bigInteger: [c.integer],
  decimal: [c.decimal, c.computedNumber],
  float: [c.float],
  money: [c.money, c.computedNumber],
  yesNo: [c.radio, c.checkBox, c.choice],
  choice: [c.choice, c.radio],
  choices: [c.choices],
  dateTime: [c.dateTime, c.lookup],
  date: [c.dateTime, c.lookup],
  lookup: [c.lookup, c.partyList, c.regarding],
  uniqueIdentifier: [],
  file: [c.file],
  image: [],
}

const textFormats: Readonly<Record<string, string>> = {
  email: c.email,
  url: c.url,
  tickersymbol: c.ticker,
  textarea: c.textArea,
}

const integerFormats: Readonly<Record<string, string>> = {
  duration: c.duration,
  language: c.language,
  timezone: c.timeZone,
}

type ShownColumn = Pick<Column, 'kind' | 'logicalName' | 'format'>

/** The class id of a column's stock control; undefined for a kind that forms do not show. */
export function stockClassOf({ kind, logicalName, format }: ShownColumn): string | undefined {
  if (logicalName === 'statuscode') return c.statusReason
  const byFormat = kind === 'text' ? textFormats : kind === 'integer' ? integerFormats : {}
  return byFormat[format?.toLowerCase() ?? ''] ?? classesOfKind[kind][0]
}

/** Every class id that may show a column, the one of bound controls left out. */
export function classesOf({ kind, logicalName }: ShownColumn): readonly string[] {
  return logicalName === 'statuscode' ? [c.statusReason, c.choice] : classesOfKind[kind]
}
