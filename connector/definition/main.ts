import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { format, resolveConfig } from 'prettier'

import { definitionFiles } from './source/files.js'

/**
 * Writes the definition's files from their declarations. `--check` writes nothing and fails when a
 * file is not what its declaration says.
 */
const isCheck = process.argv.includes('--check')
const folder = new URL('.', import.meta.url)

const readme = await readFile(new URL('readme.md', folder), 'utf8')
for (const [name, content] of Object.entries(definitionFiles(readme))) {
  const path = fileURLToPath(new URL(name, folder))
  const text = name.endsWith('.json') ? await formatted(path, content) : content
  if (!isCheck) {
    await writeFile(path, text)
  } else if ((await readFile(path, 'utf8')) !== text) {
    console.error(
      `${path} is not what connector/definition/source declares. Run: npm run definition`,
    )
    process.exitCode = 1
  }
}

async function formatted(path: string, content: string): Promise<string> {
  return format(content, { ...(await resolveConfig(path)), filepath: path })
}
