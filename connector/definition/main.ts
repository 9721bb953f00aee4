import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { format, resolveConfig } from 'prettier'

import { definitionFiles } from './source/files.js'
import { withPart, withReference } from './source/reference.js'
import { transitionTable } from '../engine/settle/index.js'

/**
 * Writes the definition's files, the lists of operations and errors in what makers read, and the
 * table of decisions in what stewards read, from their declarations. `--check` writes nothing and fails when a file is not what they say.
 */
const isCheck = process.argv.includes('--check')
const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))

for (const [name, content] of Object.entries(definitionFiles())) {
  const path = pathOf(name)
  const options = { ...(await resolveConfig(path)), filepath: path }
  await keep(path, await format(JSON.stringify(content), options))
}
const [makers, everybody] = [pathOf('readme.md'), pathOf('../../README.md')]
await keep(makers, withReference(await readFile(makers, 'utf8')))
const readme = withReference(await readFile(everybody, 'utf8'))
await keep(everybody, withPart(readme, 'decisions', transitionTable()))

async function keep(path: string, text: string): Promise<void> {
  if (!isCheck) {
    await writeFile(path, text)
  } else if ((await readFile(path, 'utf8')) !== text) {
    console.error(
      `${path} is not what connector/definition/source declares. Run: npm run definition`,
    )
    process.exitCode = 1
  }
}
