import { objectsIn, textIn } from './metadata-requests.js'
import type { Operation } from './operation.js'
import { read } from './read.js'
import { labelOf } from './table-definition.js'
import { queryText } from './url-text.js'

/** A table as lists of tables show it. */
export interface TableSummary {
  readonly logicalName: string
  readonly label: string
}

/**
 * The tables that people may search, in the order of their logical names. The platform gives them
 * all at once: lists of metadata have no pages.
 */
export function tableListRequest(): Operation<readonly TableSummary[]> {
  const text = queryText({
    $select: 'LogicalName,EntitySetName,DisplayName',
    $filter: 'IsValidForAdvancedFind eq true and IsIntersect eq false and IsPrivate eq false',
  })
  return read(`EntityDefinitions${text}`, {}, ({ body }) =>
    objectsIn(body, 'value')
      .filter((table) => typeof table['EntitySetName'] === 'string')
      .map((table) => {
        const logicalName = textIn(table, 'LogicalName')
        return { logicalName, label: labelOf(table['DisplayName']) ?? logicalName }
      })
      .sort((a, b) => (a.logicalName < b.logicalName ? -1 : 1)),
  )
}
