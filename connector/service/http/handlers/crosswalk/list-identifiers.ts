import { filter, query } from '../../../../dataverse/index.js'
import { integrationIdentifier } from '../../../../../solution/tables/index.js'
import { hasExactly } from '../../exactly.js'
import { asked } from '../../filters.js'
import type { Handler } from '../../operation-context.js'
import { listAnswer, pageAt, positionOf } from '../../paging.js'
import { identifierColumns, presentIdentifier } from './identifier.js'

interface Query {
  readonly sourceSystemKey?: string
  readonly targetTable?: string
  readonly targetId?: string
  readonly externalKeyPrefix?: string
  readonly pageSize: number
}

export const listIdentifiers: Handler = async (request, context) => {
  const { externalKeyPrefix = '', pageSize, ...given } = request.query as Query
  const { sourceSystemKey, targetTable } = given
  const targetId = given.targetId?.toLowerCase()
  const identifiers = filter(integrationIdentifier)
  const page = await pageAt(
    context.client,
    query(integrationIdentifier, {
      select: identifierColumns,
      filter: identifiers.and(
        ...asked(integrationIdentifier, { sourceSystemKey, targetTable, targetId }),
        ...(externalKeyPrefix === ''
          ? []
          : [identifiers.startsWith('externalKey', externalKeyPrefix)]),
      ),
      orderBy: ['externalKey asc', 'id asc'],
      pageSize,
    }),
    positionOf(request),
  )
  const rows = page.rows.filter(
    (row) => hasExactly(row, { sourceSystemKey }) && row.externalKey.startsWith(externalKeyPrefix),
  )
  return listAnswer(rows.map(presentIdentifier), page.next, request, context)
}
