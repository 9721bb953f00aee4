import { filter, query } from '../../../../dataverse/index.js'
import type { Filter } from '../../../../dataverse/index.js'
import { integrationLedger, ledgerStatus } from '../../../../../solution/tables/index.js'
import { ledgerAspect } from '../../../../../solution/app/choices.js'
import { optionLabelled } from '../../choice-names.js'
import { hasExactly } from '../../exactly.js'
import { asked } from '../../filters.js'
import type { Handler } from '../../operation-context.js'
import { listAnswer, pageAt, positionOf } from '../../paging.js'
import { conflictSetOf, inForce } from './conflict-set.js'
import { sharedFilters } from './entry-filters.js'
import type { SharedFilters } from './entry-filters.js'
import { entryColumns, presentEntry } from './ledger-entry.js'

interface Query extends SharedFilters {
  readonly ledgerStatus?: readonly string[]
  readonly settledStatus?: readonly string[]
  readonly ledgerAspect?: string
  readonly createdSince?: string
  readonly currentOnly?: boolean
  readonly conflictSetOf?: string
  readonly pageSize: number
}

type Condition = Filter<typeof integrationLedger>

const entries = filter(integrationLedger)

export const listLedgerEntries: Handler = async (request, context) => {
  const given = request.query as Query
  const { sourceSystemKey, pageSize, conflictSetOf: rival } = given
  const position = positionOf(request)
  const conflicts =
    rival === undefined ? [] : [await conflictSetOf(rival.toLowerCase(), context.client)]
  const page = await pageAt(
    context.client,
    query(integrationLedger, {
      select: entryColumns,
      filter: entries.and(...conditionsOf(given), ...conflicts),
      orderBy: ['createdOn asc', 'id asc'],
      pageSize,
    }),
    position,
  )
  const rows = page.rows.filter((row) => hasExactly(row, { sourceSystemKey }))
  return listAnswer(rows.map(presentEntry), page.next, request, context)
}

function conditionsOf(given: Query): readonly Condition[] {
  const { ledgerAspect: aspect, createdSince } = given
  return [
    ...sharedFilters(given),
    ...asked(integrationLedger, {
      ledgerAspect: aspect === undefined ? undefined : optionLabelled(ledgerAspect, aspect),
    }),
    ...anyStatus('ledgerStatus', given.ledgerStatus),
    ...anyStatus('settledStatus', given.settledStatus),
    ...(createdSince === undefined ? [] : [entries.ge('createdOn', new Date(createdSince))]),
    ...(given.currentOnly ? [inForce] : []),
  ]
}

function anyStatus(
  column: 'ledgerStatus' | 'settledStatus',
  labels: readonly string[] | undefined,
): readonly Condition[] {
  if (!labels) return []
  const statuses = labels.map((label) => optionLabelled(ledgerStatus, label))
  return [entries.or(...statuses.map((status) => entries.eq(column, status)))]
}
