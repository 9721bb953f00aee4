import { filter, query } from '../../../../dataverse/index.js'
import {
  integrationLedger,
  integrationSyncJob,
  ledgerStatus,
} from '../../../../../solution/tables/index.js'
import { ledgerAspect } from '../../../../../solution/app/choices.js'
import { optionLabelled } from '../../choice-names.js'
import { hasExactly } from '../../exactly.js'
import { asked } from '../../filters.js'
import type { Handler } from '../../operation-context.js'
import { listAnswer, pageAt, positionOf } from '../../paging.js'
import { entryColumns, presentEntry } from './ledger-entry.js'

interface Query {
  readonly targetTable?: string
  readonly targetId?: string
  readonly sourceSystemKey?: string
  readonly ledgerStatus?: readonly string[]
  readonly ledgerAspect?: string
  readonly aspectKey?: string
  readonly jobId?: string
  readonly pageSize: number
}

export const listLedgerEntries: Handler = async (request, context) => {
  const given = request.query as Query
  const { targetTable, sourceSystemKey, aspectKey, pageSize, jobId } = given
  const entries = filter(integrationLedger)
  const statuses = given.ledgerStatus?.map((label) => optionLabelled(ledgerStatus, label))
  const page = await pageAt(
    context.client,
    query(integrationLedger, {
      select: entryColumns,
      filter: entries.and(
        ...asked(integrationLedger, {
          targetTable,
          sourceSystemKey,
          aspectKey,
          targetId: given.targetId?.toLowerCase(),
          ledgerAspect:
            given.ledgerAspect === undefined
              ? undefined
              : optionLabelled(ledgerAspect, given.ledgerAspect),
          integrationSyncJob:
            jobId === undefined
              ? undefined
              : { table: integrationSyncJob.logicalName, id: jobId.toLowerCase() },
        }),
        ...(statuses
          ? [entries.or(...statuses.map((status) => entries.eq('ledgerStatus', status)))]
          : []),
      ),
      orderBy: ['createdOn asc', 'id asc'],
      pageSize,
    }),
    positionOf(request),
  )
  const rows = page.rows.filter((row) => hasExactly(row, { sourceSystemKey }))
  return listAnswer(rows.map(presentEntry), page.next, request, context)
}
