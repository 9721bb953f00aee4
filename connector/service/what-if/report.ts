import type { SyncItem } from '../../engine/index.js'
import type { Decided, ReplayedItem } from '../../engine/replay/index.js'
import { itemStatus, outcomeReason } from '../../../solution/tables/index.js'
import type { JobReplay } from './replay-job.js'
import type { Shift, WhatIfResult } from './what-if.js'

/** What a what-if found, for a person. */
export function whatIfText(result: WhatIfResult): string {
  const { jobs, items, different, notCompared, shown, skipped, skippedJobs } = result
  const lines = [
    `${counted(items, 'item')} of ${counted(jobs, 'job')} decided again, ${number(different)} would have ended otherwise.`,
    ...ranked(result).map(
      ({ before, after, count }) => `  ${labelled(before)} -> ${labelled(after)}: ${number(count)}`,
    ),
  ]
  if (notCompared > 0) {
    lines.push(
      `Not compared: ${counted(notCompared, 'item')}, whose recorded decision cannot be repeated (npm run replay -- JOB_ID tells why).`,
    )
  }
  if (skippedJobs > 0) lines.push(`Jobs left out: ${number(skippedJobs)}`, ...indented(skipped))
  for (const { jobName, item, before, after } of shown) {
    lines.push('', `${jobName}, ${named(item)}`, ...told('was', before), ...told('would be', after))
  }
  return `${lines.join('\n')}\n`
}

/** What a what-if found, as JSON: choices by their labels. */
export function whatIfJson(result: WhatIfResult): object {
  const { shifts: _, shown, ...counts } = result
  return {
    ...counts,
    shifts: ranked(result).map(({ before, after, count }) => ({
      before: labels(before),
      after: labels(after),
      count,
    })),
    shown: shown.map(({ jobId, jobName, item, before, after }) => ({
      jobId,
      jobName,
      ...place(item),
      before: { ...labels(before), processMessage: before.message },
      after: { ...labels(after), processMessage: after.message },
    })),
  }
}

/** How a replay came out, for a person. */
export function replayText(replay: JobReplay): string {
  const { jobName, jobId, items, identical, different, impossible, shown, whyImpossible } = replay
  const lines = [
    `Job ${jobName} (${jobId}): ${counted(items, 'item')} decided again, ${number(identical)} identical, ${number(different)} different, ${number(impossible)} not to be replayed.`,
    ...[...whyImpossible].map(([why, count]) => `  ${counted(count, 'item')}: because ${why}.`),
  ]
  for (const one of shown) {
    lines.push('', named(one.item), ...told('was', one.recorded), ...outcomeLines(one))
  }
  return `${lines.join('\n')}\n`
}

/** How a replay came out, as JSON: choices by their labels. */
export function replayJson({ shown, whyImpossible, ...counts }: JobReplay): object {
  return {
    ...counts,
    whyImpossible: Object.fromEntries(whyImpossible),
    shown: shown.map((one) => ({
      ...place(one.item),
      result: one.result,
      recorded: { ...labels(one.recorded), processMessage: one.recorded.message },
      ...(one.result === 'different' && {
        replayed: { ...labels(one.replayed), processMessage: one.replayed.message },
      }),
      ...(one.result === 'impossible' && { why: one.why }),
    })),
  }
}

function outcomeLines(one: ReplayedItem): readonly string[] {
  switch (one.result) {
    case 'identical':
      return []
    case 'different':
      return told('is now', one.replayed)
    case 'impossible':
      return [`  It cannot be replayed, because ${one.why}.`]
  }
}

/** The commonest first. */
function ranked({ shifts }: WhatIfResult): readonly Shift[] {
  return [...shifts.values()].sort((a, b) => b.count - a.count)
}

function labels({ status, reason }: Shift['before']) {
  return { itemStatus: itemStatus[status].label, outcomeReason: outcomeReason[reason].label }
}

function labelled(outcome: Shift['before']): string {
  const { itemStatus: status, outcomeReason: reason } = labels(outcome)
  return `${status} (${reason})`
}

function told(what: string, decided: Decided): readonly string[] {
  return [`  ${what} ${labelled(decided)}`, `    ${decided.message}`]
}

function place({ sequence, targetTable, externalKey, targetId, content }: SyncItem) {
  const fieldName = 'fieldName' in content ? content.fieldName : null
  return { sequenceNumber: sequence, targetTable, externalKey, targetId, fieldName }
}

function named(item: SyncItem): string {
  const { sequenceNumber, targetTable, externalKey, targetId, fieldName } = place(item)
  const parts = [targetTable, externalKey ?? targetId, fieldName].filter((part) => part !== null)
  return `item ${number(sequenceNumber)}: ${parts.join(' ')}`
}

function counted(count: number, what: string): string {
  return `${number(count)} ${what}${count === 1 ? '' : 's'}`
}

function number(count: number): string {
  return count.toLocaleString('en')
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`)
}
