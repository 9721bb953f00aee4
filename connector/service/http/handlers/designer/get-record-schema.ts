import type { Handler } from '../../operation-context.js'
import { recordSchema } from './record-schema.js'
import { writableColumns } from './writable-columns.js'

export const getRecordSchema: Handler = async ({ query }, context) => {
  const { targetTable } = query as { readonly targetTable: string }
  const columns = await writableColumns(targetTable, context)
  return { targetTable, schema: recordSchema(columns) }
}
