import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

import type { Role } from '../../definition/source/duty.js'

/** What a source system may do; deciding and administering are for people and applications. */
export const keyRoles = ['submit', 'read'] as const satisfies readonly Role[]

/** A key as it is stored: never the key itself. */
export interface StoredApiKey {
  /** The part of the key that names it. */
  readonly id: string
  readonly sourceSystemKey: string
  readonly roles: readonly (typeof keyRoles)[number][]
  /** SHA-256 of the whole key in lower-case hex: its secret is 256 random bits, so no salt is needed. */
  readonly hash: string
  /** ISO 8601 times in UTC. */
  readonly created: string
  readonly expires: string
}

const form = /^dik_([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/

/** A new key and what is kept of it. The key can be shown this once only. */
export function newApiKey(
  parts: Pick<StoredApiKey, 'sourceSystemKey' | 'roles' | 'created' | 'expires'>,
): { readonly key: string; readonly stored: StoredApiKey } {
  const id = randomBytes(6).toString('hex')
  const key = `dik_${id}_${randomBytes(32).toString('base64url')}`
  return { key, stored: { id, ...parts, hash: hashOf(key) } }
}

/** The stored key that a caller's key is, if it is one and has not expired at `now`. */
export function findApiKey(
  key: string,
  stored: readonly StoredApiKey[],
  now: number,
): StoredApiKey | 'expired' | undefined {
  const [, id] = form.exec(key) ?? []
  const found = stored.find((entry) => entry.id === id)
  if (!found || !isEqual(hashOf(key), found.hash)) return undefined
  return Date.parse(found.expires) > now ? found : 'expired'
}

/**
 * The keys of a file's text.
 *
 * @throws Error naming the entry and the property that is not as it must be.
 */
export function parseApiKeys(text: string, source: string): readonly StoredApiKey[] {
  const content: unknown = text.trim() === '' ? [] : JSON.parse(text)
  if (!Array.isArray(content)) throw new Error(`${source} is not a list of keys.`)
  return content.map((entry: unknown, index) => checked(entry, `${source}[${index}]`))
}

function checked(entry: unknown, place: string): StoredApiKey {
  const row = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>
  const isText = (name: string, pattern: RegExp) => {
    const value = row[name]
    if (typeof value !== 'string' || !pattern.test(value)) {
      throw new Error(`${place}.${name} is ${JSON.stringify(value)}, expected ${String(pattern)}.`)
    }
  }
  isText('id', /^[0-9a-f]{12}$/)
  isText('sourceSystemKey', /^.{1,100}$/s)
  isText('hash', /^[0-9a-f]{64}$/)
  isText('created', /^\d{4}-\d\d-\d\dT/)
  isText('expires', /^\d{4}-\d\d-\d\dT/)
  const given: unknown = row['roles']
  const isRole = (role: unknown) => keyRoles.some((known) => known === role)
  if (!Array.isArray(given) || !given.every(isRole)) {
    throw new Error(
      `${place}.roles is ${JSON.stringify(given)}, expected some of ${keyRoles.join(', ')}.`,
    )
  }
  return row as unknown as StoredApiKey
}

function hashOf(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('hex')
}

function isEqual(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'))
}
