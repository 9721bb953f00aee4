import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { format, resolveConfig } from 'prettier'

import { definitionFiles } from './source/files.js'
import { withReference } from './source/reference.js'

/**
 * Writes the definition's files, and the lists of operations and errors in what makers read, from
 * their declarations. `--check` writes nothing and fails when a file is not what they say.
 */
const isCheck = process.argv.includes('--check')
const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))

for (const [name, content] of Object.entries(definitionFiles())) {
  const path = pathOf(name)
  const options = { ...(await resolveConfig(path)), filepath: path }
  await keep(path, await format(JSON.stringify(content), options))
}
for (const path of [pathOf('readme.md'), pathOf('../../README.md')]) {
  await keep(path, withReference(await readFile(path, 'utf8')))
}

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
