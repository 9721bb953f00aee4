import { columnTypes } from '../../../../definition/source/designer/definitions.js'
import { pageOfList } from '../../list-page.js'
import type { Handler } from '../../operation-context.js'
import { titleOf } from './title.js'
import { writableColumns } from './writable-columns.js'
import type { WritableColumn } from './writable-columns.js'

export const listColumns: Handler = async (request, context) => {
  const { targetTable } = request.query as { readonly targetTable: string }
  const columns = (await writableColumns(targetTable, context)).map(presentColumn)
  return pageOfList(columns, ({ title }) => title.toLowerCase(), request, context)
}

/** `definitions/TableColumn`. */
function presentColumn(column: WritableColumn) {
  const { logicalName, label, kind, maxLength, targets } = column
  return {
    fieldName: logicalName,
    displayName: label,
    title: titleOf(column),
    columnType: columnTypes[kind],
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(targets ? { relatedTables: targets.map(({ table }) => table) } : {}),
  }
}
