import { chunksForIn, filter, query } from '../../../../dataverse/index.js'
import type { DataverseClient } from '../../../../dataverse/index.js'
import { keyHash } from '../../../../engine/ids.js'
import { integrationLedger, systemUser } from '../../../../../solution/tables/index.js'
import { mostDecided } from '../../../../definition/source/ledger/decision-definitions.js'
import { pagesOf } from '../../../worker/pages-of.js'
import { ApiError } from '../../errors.js'
import { hasExactly } from '../../exactly.js'
import { decisionColumns } from './decision.js'
import type { DecisionRow } from './decision.js'
import { sharedFilters } from './entry-filters.js'
import type { SharedFilters } from './entry-filters.js'

export interface CertificationFilters extends SharedFilters {
  /** True: certified values that have become stale, to be certified again. */
  readonly stale?: boolean
}

const entries = filter(integrationLedger)

/** The entries with these ids, in the order of the ids; undefined for one that is not there. */
export async function entriesNamed(
  client: DataverseClient,
  ids: readonly string[],
): Promise<readonly (DecisionRow | undefined)[]> {
  const pages = await pagesOf(
    client,
    chunksForIn([...ids], 'guid').map((group) =>
      query(integrationLedger, { select: decisionColumns, filter: entries.in('id', group) }),
    ),
  )
  const found = new Map(pages.flat().map((row) => [row.id, row]))
  return ids.map((id) => found.get(id))
}

/**
 * The entries that meet the filters and are open for certification, or stale, or that the caller
 * certified since the preview: a repeated request finds what the first one did.
 *
 * @param since Whole seconds since 1970: when the preview was made.
 * @throws ApiError SelectionTooLarge.
 */
export async function entriesMeeting(
  client: DataverseClient,
  { stale = false, ...filters }: CertificationFilters,
  { userId, since }: { readonly userId: string; readonly since: number },
): Promise<readonly DecisionRow[]> {
  const open = query(integrationLedger, {
    select: decisionColumns,
    filter: entries.and(
      ...sharedFilters(filters),
      entries.eq('state', 'active'),
      entries.isNull('supersededOn'),
      stale ? staleEntries(userId, since * 1_000) : openEntries(userId, since * 1_000),
    ),
    orderBy: ['createdOn asc', 'id asc'],
    pageSize: mostDecided + 1,
    count: true,
  })
  const { sourceSystemKey } = filters
  const found: DecisionRow[] = []
  let count = 0
  for await (const page of client.pages(open)) {
    count ||= page.count ?? 0
    found.push(...page.rows.filter((row) => hasExactly(row, { sourceSystemKey })))
    if (found.length > mostDecided) {
      throw new ApiError('SelectionTooLarge', {
        count: Math.max(count, found.length),
        most: mostDecided,
      })
    }
  }
  return found
}

function openEntries(userId: string, since: number) {
  return entries.or(
    entries.eq('ledgerStatus', 'pending'),
    entries.and(
      entries.eq('ledgerStatus', 'certified'),
      entries.eq('certifiedBy', { table: systemUser.logicalName, id: userId }),
      entries.ge('certifiedDateTime', new Date(since)),
    ),
  )
}

/** Certified values that were stale at this time (milliseconds since 1970), or certified again since. */
function staleEntries(userId: string, since: number) {
  const time = new Date(since)
  return entries.and(
    entries.eq('ledgerStatus', 'certified'),
    entries.isNotNull('appliedOn'),
    entries.or(
      entries.le('staleOn', time),
      entries.and(
        entries.eq('recertifiedBy', { table: systemUser.logicalName, id: userId }),
        entries.ge('recertifiedOn', time),
      ),
    ),
  )
}

/** Stands for these very entries with these values, as they were found at this time. */
export function fingerprintOf(since: number, ids: readonly string[]): string {
  return `${since}-${keyHash(...[...ids].sort()).slice(0, 32)}`
}

/** When the preview with this fingerprint was made; undefined where it is none of ours. */
export function previewedAt(fingerprint: string): number | undefined {
  const [, seconds] = /^(\d{1,12})-[0-9a-f]{32}$/.exec(fingerprint) ?? []
  return seconds === undefined ? undefined : Number(seconds)
}
