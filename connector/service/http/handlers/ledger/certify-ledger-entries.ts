import type { DataverseClient } from '../../../../dataverse/index.js'
import { eventId } from '../../../../engine/index.js'
import { ApiError, invalidRequest } from '../../errors.js'
import type { Handler } from '../../operation-context.js'
import { entriesMeeting, entriesNamed, fingerprintOf, previewedAt } from './certify-selection.js'
import type { CertificationFilters } from './certify-selection.js'
import { judge } from './decision.js'
import type { DecisionRow } from './decision.js'
import { counter, entryResult, hindrance } from './decision-results.js'
import { judgeStale, lifetimesOf } from './recertification.js'
import { writeVerdicts } from './write-verdicts.js'
import type { Written } from './write-verdicts.js'

interface Body {
  readonly ledgerEntryIds?: readonly string[]
  readonly filters?: CertificationFilters
  readonly preview: boolean
  readonly fingerprint?: string
  readonly note?: string
}

/** Rows of a preview's answer. */
const previewedRows = 25

export const certifyLedgerEntries: Handler = async (request, { client, now }) => {
  const body = request.body as Body
  refuseUnclear(body)
  const { userId } = await client.whoAmI()
  const since = sinceOf(body, now())
  const chosen = await chosenEntries(body, { client, userId, since })
  const fingerprint = fingerprintOf(
    since,
    chosen.map(({ id }) => id),
  )
  if (!body.preview && body.fingerprint !== undefined && body.fingerprint !== fingerprint) {
    throw new ApiError('SelectionChanged', { count: chosen.length })
  }
  const run = eventId('certification', userId, fingerprint)
  const decision = {
    kind: 'certify',
    userId,
    at: new Date(now()),
    note: body.note ?? '',
    run,
  } as const
  const lifetimes = await lifetimesOf(client, isAgain(body) ? rowsOf(chosen) : [])
  const judgeOne = (row: DecisionRow) =>
    isAgain(body)
      ? judgeStale(decision, row, { since: since * 1_000, lifetimes })
      : judge(decision, row)
  const judged = chosen.map((one) => ({ ...one, verdict: one.row && judgeOne(one.row) }))
  const results = body.preview
    ? judged.map(previewed)
    : (await writeVerdicts(client, judged, judgeOne)).map(certified)
  const count = counter(results)
  return {
    preview: body.preview,
    found: chosen.length,
    certifiable: count('Certifiable', 'Certified'),
    certified: count('Certified'),
    refused: count('Refused'),
    fingerprint,
    ...(!body.preview && { certificationRunId: run }),
    value: body.preview ? results.slice(0, previewedRows) : results,
  }
}

/** Whether certified values that have become stale are to be certified again. */
const isAgain = ({ filters }: Body) => filters?.stale === true

/** @throws ApiError InvalidRequest. */
function refuseUnclear({ ledgerEntryIds, filters, preview, fingerprint }: Body): void {
  if ((ledgerEntryIds === undefined) === (filters === undefined)) {
    const expected = 'either ledgerEntryIds or filters'
    const found = filters === undefined ? 'names no entries' : 'has both'
    throw invalidRequest({
      path: '',
      message: `The body ${found}, expected ${expected}.`,
      expected,
    })
  }
  if (!preview && filters !== undefined && fingerprint === undefined) {
    const expected = 'the fingerprint of a preview with the same filters'
    const message = `fingerprint is missing, expected ${expected}.`
    throw invalidRequest({ path: 'fingerprint', message, expected })
  }
}

/**
 * When the preview was made that the request rests on, in whole seconds.
 *
 * @throws ApiError InvalidRequest.
 */
function sinceOf({ preview, fingerprint }: Body, now: number): number {
  const current = Math.floor(now / 1_000)
  if (preview || fingerprint === undefined) return current
  const since = previewedAt(fingerprint)
  if (since !== undefined && since <= current) return since
  const expected = 'the fingerprint of a preview, as it was answered'
  const message = `fingerprint is no fingerprint, expected ${expected}.`
  throw invalidRequest({ path: 'fingerprint', message, expected })
}

interface Chosen {
  readonly id: string
  /** Undefined where there is no such entry, or the caller may not see it. */
  readonly row: DecisionRow | undefined
}

async function chosenEntries(
  { ledgerEntryIds, filters = {} }: Body,
  asker: { readonly client: DataverseClient; readonly userId: string; readonly since: number },
): Promise<readonly Chosen[]> {
  if (!ledgerEntryIds) {
    const rows = await entriesMeeting(asker.client, filters, asker)
    return rows.map((row) => ({ id: row.id, row }))
  }
  const ids = [...new Set(ledgerEntryIds.map((id) => id.toLowerCase()))]
  const rows = await entriesNamed(asker.client, ids)
  return ids.map((id, index) => ({ id, row: rows[index] }))
}

function rowsOf(chosen: readonly Chosen[]): readonly DecisionRow[] {
  return chosen.flatMap(({ row }) => row ?? [])
}

function previewed(one: Written) {
  const why = hindrance(one)
  if (why !== undefined) return entryResult(one, 'Refused', why)
  return entryResult(one, one.verdict?.kind === 'done' ? 'Certified' : 'Certifiable')
}

function certified(one: Written) {
  const why = hindrance(one)
  return why === undefined ? entryResult(one, 'Certified') : entryResult(one, 'Refused', why)
}
