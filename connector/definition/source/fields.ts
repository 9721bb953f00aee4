import { maxLength } from '../../../solution/tables/index.js'
import { pickCodeList, pickColumn, pickSourceSystem, pickTable } from './pickers.js'
import type { Place } from './pickers.js'
import { dateTime, guid, text } from './schemas.js'
import type { Schema } from './swagger.js'

// Fields that many operations take or give, each with its limits and with what the designer offers
// for it; words may be made to fit.

const name = { minLength: 1, maxLength: 128 }

export function sourceSystemKey(
  description = 'Key of the source system, compared character by character.',
): Schema {
  return text('Source System Key', description, {
    minLength: 1,
    maxLength: maxLength.sourceSystemKey,
    example: 'HRIS',
    ...pickSourceSystem,
  })
}

export function targetTable(description = 'Logical name of the table, in lower case.'): Schema {
  return text('Target Table', description, { ...name, example: 'contact', ...pickTable })
}

/** The table of a whole request. */
export function entityType(): Schema {
  return text(
    'Entity Type',
    'Logical name of the table that the items update, in lower case. An item may name another one.',
    { ...name, example: 'contact', ...pickTable },
  )
}

/** `table`: where the table stands whose columns are offered; none are where there is no such place. */
export function fieldName(
  description = 'Logical name of the column, in lower case.',
  table?: Place,
): Schema {
  return text('Field Name', description, {
    ...name,
    example: 'emailaddress1',
    ...(table === undefined ? {} : pickColumn(table)),
  })
}

export function externalKey(
  description = 'Key of the record in the source system, compared character by character.',
): Schema {
  return text('External Key', description, {
    minLength: 1,
    maxLength: maxLength.externalKey,
    example: 'E-100',
  })
}

export function codeList(description = 'The code list, such as Country.'): Schema {
  return text('Code List', description, {
    minLength: 1,
    maxLength: maxLength.codeList,
    example: 'Country',
    ...pickCodeList,
  })
}

export function targetId(description = 'Id of the record, a GUID.'): Schema {
  return guid('Target ID', description)
}

export function since(title: string, description: string): Schema {
  return dateTime(title, description, { example: '2026-11-21T00:00:00Z' })
}
