import { filter, query } from '../../../../dataverse/index.js'
import { integrationCommitPolicy } from '../../../../../solution/tables/index.js'
import { asked } from '../../filters.js'
import type { Handler } from '../../operation-context.js'
import { listAnswer, pageAt, positionOf } from '../../paging.js'
import { policyColumns, presentPolicy } from './commit-policy.js'

interface Query {
  readonly targetTable?: string
  readonly fieldName?: string
  readonly pageSize: number
}

export const listCommitPolicies: Handler = async (request, context) => {
  const { targetTable, fieldName, pageSize } = request.query as Query
  const policies = filter(integrationCommitPolicy)
  const page = await pageAt(
    context.client,
    query(integrationCommitPolicy, {
      select: policyColumns,
      filter: policies.and(
        policies.eq('state', 'active'),
        ...asked(integrationCommitPolicy, { targetTable, fieldName }),
      ),
      orderBy: ['targetTable asc', 'fieldName asc', 'id asc'],
      pageSize,
    }),
    positionOf(request),
  )
  return listAnswer(page.rows.map(presentPolicy), page.next, request, context)
}
