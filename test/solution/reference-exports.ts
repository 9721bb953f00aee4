import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where real exports lie: `REFERENCE_DATA`, else beside the project. They are not part of it. */
const folder =
  process.env.REFERENCE_DATA ??
  fileURLToPath(new URL('../../../shared/reference/data', import.meta.url))

const zipsIn = (path: string): readonly string[] =>
  existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith('.zip'))
        .sort()
        .map((name) => join(path, name))
    : []

/** Zips of real solutions, none where they are not at hand. */
export const referenceExports: readonly string[] = [
  ...zipsIn(folder),
  ...zipsIn(join(folder, 'exports')),
]
