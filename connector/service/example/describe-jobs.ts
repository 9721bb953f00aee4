import { itemStatus } from '../../../solution/tables/index.js'
import type { Api, SyncItem, SyncJob } from './api.js'
import { outcomes } from './job-status.js'

const counts = ['received', ...outcomes] as const
const headings = ['source', 'table', ...counts]

/** A table in plain text: a line a job, with its counts. */
export function jobTable(jobs: readonly SyncJob[]): string {
  const rows = jobs.map((job) => [
    job.sourceSystemKey,
    job.entityType,
    ...counts.map((count) => job[count].toLocaleString('en')),
  ])
  const lines = [headings, ...rows]
  const widths = headings.map((_, index) =>
    Math.max(...lines.map((line) => line[index]?.length ?? 0)),
  )
  return lines
    .map((line) =>
      line
        .map((cell, index) => {
          const width = widths[index] ?? 0
          return index < 2 ? cell.padEnd(width) : cell.padStart(width)
        })
        .join('  '),
    )
    .join('\n')
}

/** Why items were held: a line for each reason of each job, with the first such item's message. */
export async function heldReasons(api: Api, jobs: readonly SyncJob[]): Promise<string> {
  const lines: string[] = []
  for (const job of jobs.filter(({ held }) => held > 0)) {
    const items = await api.listSyncItems(job.jobId, { itemStatus: itemStatus.held.label })
    const byReason = new Map<string, SyncItem[]>()
    for (const item of items) {
      const reason = item.outcomeReason ?? 'no reason given'
      byReason.set(reason, [...(byReason.get(reason) ?? []), item])
    }
    for (const [reason, [first, ...others]] of byReason) {
      lines.push(
        `${job.sourceSystemKey}, ${reason}: ${others.length + 1}`,
        `  for example ${first?.externalKey ?? ''}: ${first?.processMessage ?? ''}`,
      )
    }
  }
  return lines.join('\n')
}
