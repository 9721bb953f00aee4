import { filter, query } from '../../../dataverse/index.js'
import { integrationLedger, ledgerStatus } from '../../../../solution/tables/index.js'
import { asked } from '../../http/filters.js'
import { asUnits, dateOf, seconds } from '../feed.js'
import type { Feed, Unit } from '../feed.js'
import { entryEvents, lateOfTransactions } from './ledger-entries.js'

const where = filter(integrationLedger)

/**
 * Entries that wait for a steward, by the time of their creation, which the platform sets and nobody
 * changes: each is told once. Those that were decided or overtaken before that are not told.
 */
export const ledgerEntryPending: Feed = {
  event: 'ledgerEntryPending',
  lateMs: lateOfTransactions,
  atOnce: 100,
  units: ({ from, until }, { sourceSystemKey, targetTable }, pageSize) =>
    asUnits(
      query(integrationLedger, {
        select: ['createdOn', 'sourceSystemKey', 'targetTable'],
        filter: where.and(
          where.eq('ledgerStatus', 'pending'),
          where.isNull('supersededOn'),
          where.ge('createdOn', dateOf(from)),
          ...(until === undefined ? [] : [where.lt('createdOn', dateOf(until))]),
          ...asked(integrationLedger, { sourceSystemKey, targetTable }),
        ),
        orderBy: ['createdOn asc', 'id asc'],
        pageSize,
      }),
      ({ id, createdOn, ...row }): Unit | undefined =>
        createdOn === null
          ? undefined
          : {
              id,
              time: seconds(createdOn),
              key: id,
              sourceSystemKey: row.sourceSystemKey,
              targetTable: row.targetTable,
              status: ledgerStatus.pending.label,
            },
    ),
  expand: (client, units) => entryEvents('ledgerEntryPending', client, units),
}
