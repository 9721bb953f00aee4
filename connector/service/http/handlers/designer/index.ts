import type { OperationHandler } from '../../operation-context.js'
import { getRecordSchema } from './get-record-schema.js'
import { listCodeLists } from './list-code-lists.js'
import { listColumns } from './list-columns.js'
import { listSourceSystems } from './list-source-systems.js'
import { listTables } from './list-tables.js'

export const designerHandlers = {
  GetRecordSchema: { handle: getRecordSchema },
  ListCodeLists: { handle: listCodeLists },
  ListColumns: { handle: listColumns },
  ListSourceSystems: { handle: listSourceSystems },
  ListTables: { handle: listTables },
} as const satisfies Readonly<Record<string, OperationHandler>>
