import { parseArgs } from 'node:util'

import { isDateTime, isGuid } from '../http/formats.js'
import { CommandError } from '../run-process.js'
import type { ChangeFiles } from './change-files.js'
import type { JobScope } from './recorded-jobs.js'

const whatIfUsage =
  'Expected: npm run what-if -- --policy FILE and/or --maps FILE [--since 30d] [--source KEY] [--table NAME] [--show 20] [--json]'

const replayUsage = 'Expected: npm run replay -- JOB_ID [--show 20] [--json]'

export interface WhatIfArguments {
  readonly files: ChangeFiles
  readonly scope: JobScope
  readonly show: number
  readonly json: boolean
}

/** @throws CommandError */
export function whatIfArguments(args: readonly string[], now: number): WhatIfArguments {
  const { values } = parsed(whatIfUsage, () =>
    parseArgs({
      args: [...args],
      options: {
        policy: { type: 'string' },
        maps: { type: 'string' },
        since: { type: 'string', default: '30d' },
        source: { type: 'string' },
        table: { type: 'string' },
        show: { type: 'string', default: '20' },
        json: { type: 'boolean', default: false },
      },
    }),
  )
  const { policy, maps, since, source, table, show, json } = values
  if (policy === undefined && maps === undefined) {
    throw new CommandError(`Neither --policy nor --maps is given. ${whatIfUsage}`)
  }
  return {
    files: { policy, maps },
    scope: { since: sinceOf(since, now), source, table },
    show: countOf(show),
    json,
  }
}

export interface ReplayArguments {
  /** In lower case. */
  readonly jobId: string
  readonly show: number
  readonly json: boolean
}

/** @throws CommandError */
export function replayArguments(args: readonly string[]): ReplayArguments {
  const { positionals, values } = parsed(replayUsage, () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        show: { type: 'string', default: '20' },
        json: { type: 'boolean', default: false },
      },
    }),
  )
  const [jobId, ...others] = positionals
  if (jobId === undefined || others.length > 0) throw new CommandError(replayUsage)
  if (!isGuid(jobId)) {
    throw new CommandError(`JOB_ID is ${jobId}, expected the id of a sync job, a GUID.`)
  }
  return { jobId: jobId.toLowerCase(), show: countOf(values.show), json: values.json }
}

function parsed<Result>(usage: string, parse: () => Result): Result {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new CommandError(`${error.message}\n${usage}`)
  }
}

const units: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 604_800_000 }

function sinceOf(text: string, now: number): number {
  const [, count = '', unit = ''] = /^(\d{1,4})([hdw])$/.exec(text) ?? []
  const length = units[unit]
  if (length !== undefined) return now - Number(count) * length
  if (isDateTime(text)) return Date.parse(text)
  throw new CommandError(
    `--since is ${text}, expected a number of hours, days or weeks such as 12h, 30d or 4w, or a time such as 2026-11-21T10:00:00Z.`,
  )
}

function countOf(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text)
  throw new CommandError(`--show is ${text}, expected a whole number from 0 to 99999.`)
}
