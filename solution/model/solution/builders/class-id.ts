import type { Column, ColumnKind } from '../../column.js'

/** The stock control of each kind of column. Source: exports, and the platform's list of control classes. */
const classIds: Readonly<Partial<Record<ColumnKind, string>>> = {
  text: '4273EDBD-AC1D-40D3-9FB2-095C621B552D',
  memo: 'E0DECE4B-6FC8-4A8F-A065-082708572369',
  integer: 'C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F',
  decimal: 'C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E',
  float: '0D2C745A-E5A8-4C8F-BA63-C6D3BB604660',
  money: '533B9E00-756B-4312-95A0-DC888637AC78',
  yesNo: '67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5ED',
  choice: '3EF39988-22BB-4F0B-BBBE-64B5A3748AEE',
  dateTime: '5B773807-9FB2-42DB-97C3-7A91EFF8ADFF',
  date: '5B773807-9FB2-42DB-97C3-7A91EFF8ADFF',
  lookup: '270BD3DB-D9AF-4782-9025-509E298DEC0A',
}

const statusReasonClassId = '5D68B988-0661-4DB2-BC3E-17598AD3BE6C'

/** The class id of a column's stock control. Throws for a kind that no form shows. */
export function classIdOf({ kind, logicalName, schemaName }: Column): string {
  if (logicalName === 'statuscode') return statusReasonClassId
  const classId = classIds[kind]
  if (classId !== undefined) return classId
  throw new Error(`Column ${schemaName} is of kind ${kind}, for which forms have no control.`)
}
