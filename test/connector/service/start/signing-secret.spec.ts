import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { keptSigningSecret } from '../../../../connector/service/start/signing-secret.js'

describe('The signing secret of a local run', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'signing-secret-'))
  })

  afterEach(() => rm(folder, { recursive: true }))

  it('is made once, kept, and another one in another folder', async () => {
    const other = await mkdtemp(join(tmpdir(), 'signing-secret-'))
    const first = await keptSigningSecret(folder)

    expect(first.length).toBeGreaterThanOrEqual(32)
    expect(await keptSigningSecret(folder)).toBe(first)
    expect(await keptSigningSecret(other)).not.toBe(first)
    await rm(other, { recursive: true })
  })

  it('is readable by its owner alone', async () => {
    await keptSigningSecret(folder)

    const { mode } = await stat(join(folder, 'signing-secret'))
    if (process.platform !== 'win32') expect(mode & 0o077).toBe(0)
  })

  it('is made anew where what is kept was cut', async () => {
    await writeFile(join(folder, 'signing-secret'), 'short')

    expect((await keptSigningSecret(folder)).length).toBeGreaterThanOrEqual(32)
  })
})
