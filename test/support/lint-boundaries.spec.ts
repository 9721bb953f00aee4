import { fileURLToPath } from 'node:url'

import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'

describe('lint boundaries', () => {
  let eslint: ESLint

  beforeAll(() => {
    eslint = new ESLint({
      cwd: fileURLToPath(new URL('../../', import.meta.url)),
      overrideConfig: [
        tseslint.configs.disableTypeChecked,
        { rules: { '@typescript-eslint/no-unused-vars': 'off' } },
      ],
    })
  })

  /** What ESLint says of a file at `path` with this text, a message a line. */
  async function lint(path: string, text: string): Promise<string> {
    const results = await eslint.lintText(text, { filePath: path })
    return results.flatMap(({ messages }) => messages.map(({ message }) => message)).join('\n')
  }

  const refused: readonly (readonly [path: string, text: string, says: string])[] = [
    ['connector/engine/x.ts', "import { readFile } from 'node:fs/promises'", 'node:fs/promises'],
    ['connector/engine/x.ts', "import { request } from 'undici'", 'undici'],
    ['connector/engine/x.ts', "import { a } from '../dataverse/client.js'", 'connector/dataverse'],
    ['connector/engine/x.ts', "import { a } from '../service/server.js'", 'connector/service'],
    ['connector/engine/x.ts', "import { a } from '../../solution/local/a.js'", 'solution/local'],
    ['connector/engine/x.ts', "export * from '../../solution/read/a.js'", 'solution/read'],
    ['connector/engine/x.ts', "import { randomUUID } from 'node:crypto'", 'randomUUID'],
    ['connector/engine/x.ts', 'export const a = Date.now()', 'decides only'],
    ['connector/engine/x.ts', 'export const a = new Date()', 'decides only'],
    ['connector/engine/x.ts', 'export const a = Math.random()', 'decides only'],
    ['connector/engine/x.ts', 'export const a = performance.now()', 'decides only'],
    ['connector/engine/x.ts', 'export const a = process.env', 'decides only'],
    ['connector/engine/x.ts', "export const a = fetch('http://localhost')", 'decides only'],
    ['connector/engine/x.ts', 'setTimeout(() => undefined, 1)', 'decides only'],
    ['connector/engine/deep/x.ts', "import { a } from '../../service/a.js'", 'connector/service'],
    ['connector/engine/deep/x.ts', 'export const a = new Date()', 'decides only'],
    ['connector/dataverse/x.ts', "import { a } from '../engine/a.js'", 'connector/engine'],
    ['connector/dataverse/x.ts', "import { a } from '../service/a.js'", 'connector/service'],
    ['connector/dataverse/x.ts', "import('../../solution/local/a.js')", 'solution/local'],
    ['connector/service/x.ts', "import { a } from '../../solution/local/a.js'", 'solution/local'],
    ['connector/service/x.ts', "import { a } from '../../test/support/a.js'", 'test/support'],
    ['connector/service/x.ts', "import type { A } from '../../controls/a.js'", 'controls/a'],
    ['solution/local/x.ts', "import { a } from '../../connector/engine/a.js'", 'connector/engine'],
    ['solution/model/x.ts', "import { a } from '../tables/a.js'", 'solution/tables'],
    ['solution/tables/x.ts', "import { a } from '../local/a.js'", 'solution/local'],
    ['solution/emit/x.ts', "import { a } from '../local/a.js'", 'solution/local'],
    ['controls/A/index.ts', "import { a } from '../../connector/engine/a.js'", 'connector/engine'],
    ['controls/A/index.ts', "export type { A } from '../../solution/local/a.js'", 'solution/local'],
  ]

  for (const [path, text, says] of refused) {
    it(`refuses in ${path}: ${text}`, async () => {
      expect(await lint(path, `${text}\n`)).toContain(says)
    })
  }

  const allowed: readonly (readonly [path: string, text: string])[] = [
    ['connector/engine/x.ts', "import { createHash } from 'node:crypto'"],
    ['connector/engine/x.ts', "import { integrationLedger } from '../../solution/tables/index.js'"],
    ['connector/engine/x.ts', 'export const a = (time: number) => new Date(time).toISOString()'],
    ['connector/engine/deep/x.ts', "import { jobId } from '../ids.js'"],
    ['connector/dataverse/x.ts', "import { request } from 'undici'"],
    ['connector/service/x.ts', "import { decide } from '../engine/decide.js'"],
    ['solution/local/x.ts', "import Database from 'libsql'"],
    ['solution/local/x.ts', 'export const a = Date.now()'],
    ['test/support/x.ts', "import { a } from '../../connector/engine/a.js'"],
  ]

  for (const [path, text] of allowed) {
    it(`allows in ${path}: ${text}`, async () => {
      expect(await lint(path, `${text}\n`)).toBe('')
    })
  }
})
