import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { packageFiles, zipOf } from '../../../../solution/emit/index.js'
import { parseXml } from '../../../../solution/read/index.js'
import { solutions } from '../../app/all-solutions.js'

/** Checks customizations.xml against Microsoft's schema set, which is not ours to bring along. */
const tool =
  process.env.SOLUTION_XSD ??
  fileURLToPath(new URL('../../../../../shared/tools/solution-xsd', import.meta.url))

const works = existsSync(tool) && spawnSync('xmllint', ['--version']).status === 0

interface Outcome {
  readonly valid: boolean
  readonly output: string
}

/** L8: whether the tool takes a file. */
async function validate(name: string, content: Uint8Array | string): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'schema-'))
  try {
    const path = join(folder, name)
    await writeFile(path, content)
    return { valid: true, output: execFileSync(tool, [path], { encoding: 'utf8' }) }
  } catch (error) {
    return { valid: false, output: (error as { stdout: string }).stdout }
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('L8, the schema of customizations.xml', () => {
  for (const solution of solutions) {
    const files = packageFiles(solution, { managed: false })

    it(`is kept by ${solution.uniqueName} (checked where the schema set and xmllint are at hand)`, async () => {
      const text = new TextDecoder().decode(files.get('customizations.xml'))
      expect(parseXml(text, 'customizations.xml').name).toBe('ImportExportXml')
      if (!works) return
      const { valid, output } = await validate('solution.zip', zipOf(files))
      expect(valid).withContext(output).toBeTrue()
    })
  }

  it('is seen to be broken by a flag that is neither 0 nor 1', async () => {
    const [solution] = solutions
    if (!works || !solution) {
      pending('needs the schema set and xmllint')
      return
    }
    const bytes = packageFiles(solution, { managed: false }).get('customizations.xml')
    const text = new TextDecoder().decode(bytes)
    const broken = text.replace('<IsCustomizable>1<', '<IsCustomizable>maybe<')
    expect(broken).not.toBe(text)
    const { valid, output } = await validate('customizations.xml', broken)
    expect(valid).toBeFalse()
    expect(output).toContain('maybe')
  })
})
