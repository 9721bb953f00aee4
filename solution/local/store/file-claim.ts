import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

import Database from 'libsql'

/** Gives the data file up. */
export type Release = () => void

/**
 * Claims a data file for this process: row versions are counted in memory, so two writers would
 * give out the same ones. Throws when another has it. The claim is a lock on `<file>.lock`, which
 * the operating system gives up when the process ends, however it ends.
 */
export function claimFile(location: string): Release {
  if (location === ':memory:') return () => undefined
  mkdirSync(dirname(location), { recursive: true })
  const lock = new Database(`${location}.lock`, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw isBusy(error) ? new Error(`Another process uses the data file ${location}.`) : error
  }
  return () => {
    lock.exec('ROLLBACK')
    lock.close()
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
}
