import { lstat, open, rm } from 'node:fs/promises'

import { StartError } from './settings.js'

/** What every SQLite 3 file begins with. */
const signature = 'SQLite format 3\0'

/**
 * Deletes the data file and SQLite's two companions of it, and nothing else.
 *
 * @throws StartError where what is there is no SQLite file: a folder, a link, somebody's document.
 */
export async function deleteDataFile(dataFile: string): Promise<void> {
  if (!(await isThere(dataFile))) return
  if (!(await isDatabase(dataFile))) {
    throw new StartError(`--fresh deletes nothing: ${dataFile} is not a local Dataverse data file.`)
  }
  for (const suffix of ['', '-wal', '-shm']) await rm(`${dataFile}${suffix}`, { force: true })
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}

async function isDatabase(path: string): Promise<boolean> {
  const status = await lstat(path)
  if (!status.isFile()) return false
  if (status.size === 0) return true
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(signature.length), 0)
    return buffer.toString('latin1', 0, bytesRead) === signature
  } finally {
    await file.close()
  }
}
