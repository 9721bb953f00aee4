import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { breakingChanges } from './changes/breaking-changes.js'
import { definitionName } from './connector-files.js'
import { describeFinding } from './finding.js'
import type { Finding } from './finding.js'
import { lintConnector } from './lint-connector.js'
import { ConnectorFolderError, readFolder, readJson } from './read-folder.js'

const usage =
  'usage: npm run lint:connector -- [FOLDER] [--against FILE]\n' +
  '  FOLDER   a connector: apiDefinition.swagger.json, apiProperties.json, readme.md, icon.png\n' +
  '  FILE     the definition last released; without it released/apiDefinition.swagger.json of FOLDER'

/** Prints what breaks a rule and what breaks flows; whether one of the findings is an error. */
async function lint(folder: string, against: string | undefined): Promise<boolean> {
  const files = await readFolder(folder)
  const released = against ?? join(folder, 'released', definitionName)
  const isReleased = against !== undefined || existsSync(released)
  const findings: readonly Finding[] = [
    ...lintConnector(files),
    ...(isReleased ? breakingChanges(await readJson(released), files.definition) : []),
  ]
  for (const finding of findings) console.log(describeFinding(finding))
  if (!isReleased) console.log(`${folder}: nothing was released yet, so no change can break flows`)
  const errors = findings.filter(({ level }) => level === 'error').length
  console.log(`${folder}: ${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}`)
  return errors > 0
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`

/** @returns undefined where the arguments are not of the form that the usage tells. */
function argumentsGiven() {
  try {
    const { values, positionals } = parseArgs({
      options: { against: { type: 'string' } },
      allowPositionals: true,
    })
    const [folder = fileURLToPath(new URL('..', import.meta.url)), ...more] = positionals
    return more.length === 0 ? { folder, against: values.against } : undefined
  } catch {
    return undefined
  }
}

const given = argumentsGiven()
try {
  if (!given) throw new ConnectorFolderError(usage)
  if (await lint(given.folder, given.against)) process.exitCode = 1
} catch (error) {
  if (!(error instanceof ConnectorFolderError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
