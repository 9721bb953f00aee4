import { readFile, rename, stat, writeFile } from 'node:fs/promises'

import { parseApiKeys } from './api-keys.js'
import type { StoredApiKey } from './api-keys.js'

/** The file of stored keys, read again when it has changed: keys are rotated without a restart. */
export class KeyFile {
  readonly #path: string
  #read: { readonly changed: number; readonly keys: readonly StoredApiKey[] } | undefined

  constructor(path: string) {
    this.#path = path
  }

  /** @throws Error where the file cannot be read or an entry is not as it must be. */
  async keys(): Promise<readonly StoredApiKey[]> {
    const { mtimeMs } = await stat(this.#path)
    if (this.#read?.changed !== mtimeMs) {
      const text = await readFile(this.#path, 'utf8')
      this.#read = { changed: mtimeMs, keys: parseApiKeys(text, this.#path) }
    }
    return this.#read.keys
  }

  /** Replaces the file whole, so that no reader sees half of it. Only its owner may read it. */
  async write(keys: readonly StoredApiKey[]): Promise<void> {
    const draft = `${this.#path}.${process.pid}.new`
    await writeFile(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 })
    await rename(draft, this.#path)
  }
}
