import {
  isConcurrencyConflict,
  isPrivilegeDenied,
  notRun,
  update,
} from '../../../../dataverse/index.js'
import type { DataverseClient, DataverseError } from '../../../../dataverse/index.js'
import { integrationLedger } from '../../../../../solution/tables/index.js'
import { ApiError, invalidRequest } from '../../errors.js'
import type { Handler } from '../../operation-context.js'
import { present } from '../../present.js'
import { entriesMeeting, entriesNamed, fingerprintOf, previewedAt } from './certify-selection.js'
import { judge } from './decision.js'
import type { Decision, DecisionRow, Verdict } from './decision.js'
import type { SharedFilters } from './entry-filters.js'

interface Body {
  readonly ledgerEntryIds?: readonly string[]
  readonly filters?: SharedFilters
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
  const decision = { kind: 'certify', userId, at: new Date(now()), note: body.note ?? '' } as const
  const judged = chosen.map((one) => ({ ...one, verdict: one.row && judge(decision, one.row) }))
  const results = body.preview
    ? judged.map((one) => previewed(one))
    : await written(client, decision, judged)
  const count = (...outcomes: readonly string[]) =>
    results.filter(({ outcome }) => outcomes.includes(outcome)).length
  return {
    preview: body.preview,
    found: chosen.length,
    certifiable: count('Certifiable', 'Certified'),
    certified: count('Certified'),
    refused: count('Refused'),
    fingerprint,
    value: body.preview ? results.slice(0, previewedRows) : results,
  }
}

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

interface Judged extends Chosen {
  readonly verdict: Verdict | undefined
}

interface Result {
  readonly outcome: 'Certifiable' | 'Certified' | 'Refused'
}

function previewed(one: Judged): Result {
  if (one.verdict?.kind === 'write') return result(one, 'Certifiable')
  return one.verdict?.kind === 'done' ? result(one, 'Certified') : refusal(one)
}

/** Each row by its own version in one `$batch`: somebody else's decision on one keeps no other back. */
async function written(
  client: DataverseClient,
  decision: Decision,
  judged: readonly Judged[],
): Promise<readonly Result[]> {
  const writes = judged.flatMap(({ row, verdict }) =>
    row && verdict?.kind === 'write'
      ? [
          {
            id: row.id,
            operation: update(integrationLedger, row.id, verdict.changes, { ifMatch: row.etag }),
          },
        ]
      : [],
  )
  const outcomes =
    writes.length === 0
      ? []
      : await client.batch(
          writes.map(({ operation }) => operation),
          {
            continueOnError: true,
            repeatable: true,
          },
        )
  const failed = new Map<string, DataverseError | typeof notRun>()
  outcomes.forEach((outcome, index) => {
    if (!outcome.ok) failed.set(writes[index]?.id ?? '', outcome.error)
  })
  const again = await entriesNamed(client, [...failed.keys()])
  const rowsAgain = new Map(again.flatMap((row) => (row ? [[row.id, row]] : [])))
  return judged.map((one) => {
    const error = failed.get(one.id)
    if (error === undefined)
      return one.verdict && one.verdict.kind !== 'refused' ? result(one, 'Certified') : refusal(one)
    const row = rowsAgain.get(one.id)
    const verdict = row && judge(decision, row)
    return verdict?.kind === 'done'
      ? result(one, 'Certified')
      : refusal({ id: one.id, row, verdict }, error)
  })
}

function refusal(one: Judged, error?: DataverseError | typeof notRun): Result {
  const { verdict } = one
  if (verdict?.kind === 'refused') {
    return result(one, 'Refused', `It ${verdict.state} Possible now: ${verdict.possible}.`)
  }
  if (!one.row) return result(one, 'Refused', 'It is not there, or you may not see it.')
  return result(one, 'Refused', reasonOf(error))
}

function reasonOf(error: DataverseError | typeof notRun | undefined): string {
  if (error === undefined || error === notRun) return 'It was not reached: send the request again.'
  if (isPrivilegeDenied(error)) return 'You may not change it.'
  return isConcurrencyConflict(error)
    ? 'It was changed at the same time: look at it and send the request again.'
    : error.message
}

function result({ id, row }: Chosen, outcome: Result['outcome'], message?: string): Result {
  return {
    ...present({
      ledgerEntryId: id,
      message,
      targetTable: row?.targetTable,
      targetId: row?.targetId,
      aspectKey: row?.aspectKey,
      sourceSystemKey: row?.sourceSystemKey,
      value: row?.value,
    }),
    outcome,
  }
}
