import { parseArgs } from 'node:util'

import { StartError } from './settings.js'

export interface StartArguments {
  /** Delete the data file first. */
  readonly fresh: boolean
  readonly loadExample: boolean
}

export const usage = `Usage: npm start -- [--fresh] [--no-example]
  --fresh       start over: delete the local data file first
  --no-example  load no example`

/** @throws StartError with the usage, for an argument that is not known. */
export function readStartArguments(args: readonly string[]): StartArguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { fresh: { type: 'boolean' }, 'no-example': { type: 'boolean' } },
    })
    return { fresh: values.fresh ?? false, loadExample: !(values['no-example'] ?? false) }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    throw new StartError(`${problem}\n${usage}`)
  }
}
