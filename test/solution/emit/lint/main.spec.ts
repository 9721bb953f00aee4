import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { zipOf } from '../../../../solution/emit/index.js'
import { replace, solution } from './faults/fault.js'
import { validFiles } from './valid/package.js'
import type { TextFiles } from './valid/package.js'

const project = fileURLToPath(new URL('../../../../', import.meta.url))

const zipOfTexts = (files: TextFiles) =>
  zipOf(new Map([...files].map(([path, text]) => [path, new TextEncoder().encode(text)])))

function lint(...paths: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'solution/emit/lint/main.ts', ...paths],
    { cwd: project, encoding: 'utf8' },
  )
  return { status, lines: stdout.trimEnd().split('\n'), stderr }
}

describe('The lint command', () => {
  let folder: string
  const at = (name: string) => join(folder, name)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lint-'))
    const faulty = replace('<Managed>0', '<Managed>2', solution)(validFiles)
    await writeFile(at('valid.zip'), zipOfTexts(validFiles))
    await writeFile(at('faulty.zip'), zipOfTexts(faulty))
    await writeFile(at('no.zip'), 'no zip')
  })

  afterAll(async () => {
    await rm(folder, { recursive: true })
  })

  it('prints the findings of each package and ends with 1 where one of them is an error', () => {
    const { status, lines } = lint(at('valid.zip'), at('faulty.zip'), at('no.zip'))
    expect(status).toBe(1)
    expect(lines.slice(0, 3)).toEqual([
      `${at('valid.zip')}: 0 errors, 0 warnings`,
      `${at('faulty.zip')}: error L4 solution.xml:5 SolutionManifest > Managed: Managed is "2"; expected 0 or 1.`,
      `${at('faulty.zip')}: 1 error, 0 warnings`,
    ])
    expect(lines[3]).toContain(`${at('no.zip')}: error L7`)
  })

  it('ends with 0 where nothing is an error', () => {
    expect(lint(at('valid.zip')).status).toBe(0)
  })

  it('says how it is used where no package is named', () => {
    const { status, stderr } = lint()
    expect(status).toBe(2)
    expect(stderr).toContain('usage: ')
  })
})
