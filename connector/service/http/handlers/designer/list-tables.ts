import { pageOfList } from '../../list-page.js'
import type { Handler } from '../../operation-context.js'
import { isProtected } from '../../tables.js'
import { titleOf } from './title.js'

export const listTables: Handler = async (request, context) => {
  const tables = await context.metadata.list()
  const entries = tables
    .filter(({ logicalName }) => !isProtected(logicalName))
    .map((table) => ({
      targetTable: table.logicalName,
      displayName: table.label,
      title: titleOf(table),
    }))
  return pageOfList(entries, ({ title }) => title.toLowerCase(), request, context)
}
