import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Bytes of a secret that is made here. */
const length = 32

/**
 * The secret by which the service signs addresses: made once and kept beside the data, so that
 * addresses given out before still hold after a restart. Only its owner may read the file.
 */
export async function keptSigningSecret(dataDirectory: string): Promise<string> {
  const file = join(dataDirectory, 'signing-secret')
  const made = randomBytes(length).toString('base64url')
  try {
    await writeFile(file, made, { flag: 'wx', mode: 0o600 })
    return made
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const kept = (await readFile(file, 'utf8')).trim()
  if (kept.length >= length) return kept
  await writeFile(file, made, { mode: 0o600 })
  return made
}
