import type { ColumnMetadata } from './table-metadata.js'

const types: Readonly<Record<string, string>> = {
  String: 'SingleLine.Text',
  Memo: 'Multiple',
  Integer: 'Whole.None',
  BigInt: 'Whole.None',
  Decimal: 'Decimal',
  Double: 'FP',
  Money: 'Currency',
  Boolean: 'TwoOptions',
  Picklist: 'OptionSet',
  State: 'OptionSet',
  Status: 'OptionSet',
  MultiSelectPicklist: 'MultiSelectPicklist',
  Lookup: 'Lookup.Simple',
  Customer: 'Lookup.Customer',
  Owner: 'Lookup.Owner',
  Uniqueidentifier: 'SingleLine.Text',
}

const textFormats: Readonly<Record<string, string>> = {
  Email: 'SingleLine.Email',
  Phone: 'SingleLine.Phone',
  Url: 'SingleLine.URL',
  TextArea: 'SingleLine.TextArea',
}

/** The data type by which the platform names a column to controls. */
export function dataTypeOf({ type, format }: ColumnMetadata): string {
  if (type === 'DateTime') {
    return format === 'DateOnly' ? 'DateAndTime.DateOnly' : 'DateAndTime.DateAndTime'
  }
  if (type === 'String') return textFormats[format] ?? 'SingleLine.Text'
  return types[type] ?? 'SingleLine.Text'
}

export const isLookup = ({ type }: ColumnMetadata): boolean =>
  type === 'Lookup' || type === 'Customer' || type === 'Owner'
