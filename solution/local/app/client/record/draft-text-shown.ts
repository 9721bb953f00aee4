import { isLookup } from '../../../../../controls/host/data-type.js'
import type { ColumnMetadata } from '../../../../../controls/host/table-metadata.js'
import { readReference, typedText } from '../lookup/reference.js'

/** A draft's text as people read it: names of records and options in the place of their keys. */
export function draftTextShown(column: ColumnMetadata, text: string): string {
  if (text === '') return 'empty'
  if (isLookup(column)) return readReference(text)?.name ?? typedText(text)
  switch (column.type) {
    case 'Picklist':
    case 'Status':
    case 'MultiSelectPicklist':
      return text
        .split(',')
        .map((value) => column.options.find((option) => option.value === Number(value))?.label)
        .join('; ')
    case 'Boolean':
      return column.options.find(({ value }) => (value === 1) === (text === 'true'))?.label ?? text
    case 'DateTime':
      return text.replace('T', ' ')
    default:
      return text
  }
}
