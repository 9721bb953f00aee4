import type { Settings } from '../settings.js'
import { askNobody, authenticateBy } from './authenticate.js'
import type { Authenticate } from './authenticate.js'
import { createTokenReader } from './entra-tokens.js'
import { KeyFile } from './key-file.js'

/**
 * Who is let in, by the settings.
 *
 * @throws Error where the file of API keys cannot be read or holds what is none.
 */
export async function createAuthenticate({
  authMode,
  entra,
  apiKeysFile,
}: Pick<Settings, 'authMode' | 'entra' | 'apiKeysFile'>): Promise<Authenticate> {
  if (authMode === 'none') return askNobody
  const file = apiKeysFile === null ? null : new KeyFile(apiKeysFile)
  await file?.keys()
  return authenticateBy({
    now: Date.now,
    ...(entra && { token: createTokenReader(entra) }),
    ...(file && { keys: () => file.keys() }),
  })
}
