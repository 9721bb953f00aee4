import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { format, resolveConfig } from 'prettier'

import { apiDefinition } from './source/api-definition.js'

/**
 * Writes the definition's files from their declarations. `--check` writes nothing and fails when a
 * file is not what its declaration says.
 */
const outputs: Readonly<Record<string, unknown>> = {
  'apiDefinition.swagger.json': apiDefinition,
}

const isCheck = process.argv.includes('--check')

for (const [name, content] of Object.entries(outputs)) {
  const path = fileURLToPath(new URL(name, import.meta.url))
  const options = await resolveConfig(path)
  const text = await format(JSON.stringify(content), { ...options, filepath: path })
  if (!isCheck) {
    await writeFile(path, text)
  } else if ((await readFile(path, 'utf8')) !== text) {
    console.error(
      `${path} is not what connector/definition/source declares. Run: npm run definition`,
    )
    process.exitCode = 1
  }
}
