import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { deleteDataFile } from '../../../../connector/service/start/data-file.js'

describe('npm start --fresh', () => {
  let folder = ''
  let dataFile = ''

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fresh-'))
    dataFile = join(folder, 'dataverse.db')
  })

  afterEach(() => rm(folder, { recursive: true }))

  it("deletes the data file with SQLite's companions of it, and nothing beside it", async () => {
    await writeFile(dataFile, 'SQLite format 3\0and pages')
    await writeFile(`${dataFile}-wal`, '')
    await writeFile(`${dataFile}-shm`, '')
    await writeFile(join(folder, 'service.log'), 'kept')

    await deleteDataFile(dataFile)

    expect(await readdir(folder)).toEqual(['service.log'])
  })

  it('does nothing where there is no data file yet', async () => {
    await deleteDataFile(dataFile)

    expect(await readdir(folder)).toEqual([])
  })

  it("refuses to delete somebody's document", async () => {
    await writeFile(dataFile, 'Dear diary')

    await expectAsync(deleteDataFile(dataFile)).toBeRejectedWithError(/--fresh deletes nothing/)
    expect(await readdir(folder)).toEqual(['dataverse.db'])
  })

  it('refuses to delete a folder', async () => {
    await mkdir(dataFile)

    await expectAsync(deleteDataFile(dataFile)).toBeRejectedWithError(/--fresh deletes nothing/)
  })

  it('refuses to follow a link', async () => {
    const elsewhere = join(folder, 'elsewhere.db')
    await writeFile(elsewhere, 'SQLite format 3\0and pages')
    await symlink(elsewhere, dataFile)

    await expectAsync(deleteDataFile(dataFile)).toBeRejectedWithError(/--fresh deletes nothing/)
    expect((await readdir(folder)).sort()).toEqual(['dataverse.db', 'elsewhere.db'])
  })
})
