import type { CommitPolicy } from './commit-policies.js'
import type { SyncJobRequest } from './jobs.js'
import type { ValueMap } from './value-maps.js'

/** The answer of GetSyncJob, as far as it is used here. */
export interface SyncJob {
  readonly jobId: string
  readonly jobStatus: string
  readonly sourceSystemKey: string
  readonly entityType: string
  readonly submissionKey?: string
  readonly processMessage?: string
  readonly received: number
  readonly applied: number
  readonly held: number
  readonly unchanged: number
  readonly superseded: number
  readonly rejected: number
  readonly failed: number
}

export interface SyncItem {
  readonly externalKey: string
  readonly fieldName?: string
  readonly newValue?: string
  readonly itemStatus: string
  readonly outcomeReason?: string
  readonly processMessage?: string
}

export interface Identifier {
  readonly externalKey: string
  readonly targetId: string
}

export interface LedgerEntry {
  readonly ledgerEntryId: string
  readonly settledStatus?: string
  readonly value?: string
  readonly reason?: string
}

interface Page<Row> {
  readonly value: readonly Row[]
  readonly nextLink?: string
}

/** The service's public HTTP API, as any external system would call it. */
export interface Api {
  readonly upsertValueMaps: (maps: readonly ValueMap[]) => Promise<void>
  readonly upsertCommitPolicies: (policies: readonly CommitPolicy[]) => Promise<void>
  readonly submitSyncJob: (request: SyncJobRequest) => Promise<SyncJob>
  readonly getSyncJob: (jobId: string) => Promise<SyncJob>
  readonly listSyncJobs: (filter: Readonly<Record<string, string>>) => Promise<readonly SyncJob[]>
  readonly listSyncItems: (
    jobId: string,
    filter: Readonly<Record<string, string>>,
  ) => Promise<readonly SyncItem[]>
  readonly listIdentifiers: (
    filter: Readonly<Record<string, string>>,
  ) => Promise<readonly Identifier[]>
  readonly listLedgerEntries: (
    filter: Readonly<Record<string, string>>,
  ) => Promise<readonly LedgerEntry[]>
  readonly getLedgerEntry: (ledgerEntryId: string) => Promise<LedgerEntry>
  readonly certifyLedgerEntry: (ledgerEntryId: string) => Promise<LedgerEntry>
  readonly revokeLedgerEntry: (ledgerEntryId: string) => Promise<LedgerEntry>
}

/** Thrown where the service refuses a request; the message carries its own. */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly method: string,
    readonly url: string,
    readonly status: number,
    readonly body: string,
  ) {
    super(`${method} ${url} was answered ${status}: ${body.slice(0, 2_000)}`)
  }
}

const largestPage = '5000'

/** @param serviceUrl Where the operations are, for example `http://127.0.0.1:8081/v1`. */
export function createApi(serviceUrl: string, signal: AbortSignal): Api {
  async function call<Answer>(method: string, url: string, body?: unknown): Promise<Answer> {
    const response = await fetch(url, {
      method,
      signal,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const text = await response.text()
    if (!response.ok) throw new ApiError(method, url, response.status, text)
    return JSON.parse(text) as Answer
  }

  async function list<Row>(
    path: string,
    filter: Readonly<Record<string, string>>,
  ): Promise<readonly Row[]> {
    const rows: Row[] = []
    const first = new URLSearchParams({ ...filter, pageSize: largestPage })
    let url: string | undefined = `${serviceUrl}${path}?${first.toString()}`
    while (url !== undefined) {
      const page: Page<Row> = await call('GET', url)
      rows.push(...page.value)
      url = page.nextLink
    }
    return rows
  }

  return {
    upsertValueMaps: (valueMaps) => call('POST', `${serviceUrl}/value-maps`, { valueMaps }),
    upsertCommitPolicies: (commitPolicies) =>
      call('POST', `${serviceUrl}/commit-policies`, { commitPolicies }),
    submitSyncJob: (request) => call('POST', `${serviceUrl}/sync-jobs`, request),
    getSyncJob: (jobId) => call('GET', `${serviceUrl}/sync-jobs/${jobId}`),
    listSyncJobs: (filter) => list('/sync-jobs', filter),
    listSyncItems: (jobId, filter) => list(`/sync-jobs/${jobId}/items`, filter),
    listIdentifiers: (filter) => list('/identifiers', filter),
    listLedgerEntries: (filter) => list('/ledger-entries', filter),
    getLedgerEntry: (id) => call('GET', `${serviceUrl}/ledger-entries/${id}`),
    certifyLedgerEntry: (id) =>
      call('POST', `${serviceUrl}/ledger-entries/${id}/certification`, {}),
    revokeLedgerEntry: (id) => call('POST', `${serviceUrl}/ledger-entries/${id}/revocation`, {}),
  }
}
