import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { StartError } from './settings.js'

export interface StartArguments {
  /** Delete the data file first. */
  readonly fresh: boolean
  readonly loadExample: boolean
  /** Absolute paths of solution zips or unpacked folders whose tables are hosted too. */
  readonly solutions: readonly string[]
}

export const usage = `Usage: npm start -- [--fresh] [--no-example] [--solution X]
  --fresh       start over: delete the local data file first
  --no-example  load no example
  --solution X  host the tables of this solution zip or unpacked folder too (repeatable)`

/** @throws StartError with the usage, for an argument that is not known. */
export function readStartArguments(args: readonly string[]): StartArguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        fresh: { type: 'boolean' },
        'no-example': { type: 'boolean' },
        solution: { type: 'string', multiple: true },
      },
    })
    return {
      fresh: values.fresh ?? false,
      loadExample: !(values['no-example'] ?? false),
      // The store runs in the project's folder, whoever started it where.
      solutions: (values.solution ?? []).map((path) => resolve(path)),
    }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    throw new StartError(`${problem}\n${usage}`)
  }
}
