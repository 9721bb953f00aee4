import { filter, query } from '../../../dataverse/index.js'
import { integrationLedger, ledgerStatus } from '../../../../solution/tables/index.js'
import { optionLabelled } from '../../http/choice-names.js'
import { asked } from '../../http/filters.js'
import { asUnits, dateOf, seconds } from '../feed.js'
import type { Feed, Unit } from '../feed.js'
import { entryEvents, lateOfTransactions } from './ledger-entries.js'

/** What a steward decides. */
export const decisions = ['certified', 'rejected', 'revoked'] as const

const where = filter(integrationLedger)

/** Decisions of people, by the time that the service noted them; see `noteChanges`. */
export const ledgerEntryDecided: Feed = {
  event: 'ledgerEntryDecided',
  lateMs: lateOfTransactions,
  atOnce: 100,
  units: ({ from, until }, { sourceSystemKey, targetTable, statuses }, pageSize) =>
    asUnits(
      query(integrationLedger, {
        select: ['decidedDateTime', 'decidedStatus', 'sourceSystemKey', 'targetTable'],
        filter: where.and(
          where.in(
            'decidedStatus',
            statuses?.map((label) => optionLabelled(ledgerStatus, label)) ?? decisions,
          ),
          where.ge('decidedDateTime', dateOf(from)),
          ...(until === undefined ? [] : [where.lt('decidedDateTime', dateOf(until))]),
          ...asked(integrationLedger, { sourceSystemKey, targetTable }),
        ),
        orderBy: ['decidedDateTime asc', 'id asc'],
        pageSize,
      }),
      ({ id, decidedDateTime, decidedStatus, ...row }): Unit | undefined => {
        if (decidedDateTime === null || decidedStatus === null) return undefined
        const time = seconds(decidedDateTime)
        return {
          id,
          time,
          key: `${id} ${decidedStatus} ${time}`,
          sourceSystemKey: row.sourceSystemKey,
          targetTable: row.targetTable,
          status: ledgerStatus[decidedStatus].label,
        }
      },
    ),
  expand: (client, units) => entryEvents('ledgerEntryDecided', client, units),
}
