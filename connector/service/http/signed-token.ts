import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Texts that only this service can make, for addresses that are their own credential: what they hold
 * can be read by whoever has them, but neither changed nor guessed.
 */
export interface SignedTokens {
  /**
   * @param purpose What the token is for; it opens for no other.
   * @param content JSON.
   * @param expiresOn Milliseconds since 1970.
   */
  readonly sign: (purpose: string, content: unknown, expiresOn: number) => string
  readonly open: (purpose: string, token: string) => OpenedToken
  /** A secret that follows from the parts and never changes, in base64url. */
  readonly derive: (...parts: readonly string[]) => string
}

/** `forged`: not made by this service for this purpose. */
export type OpenedToken =
  { readonly state: 'valid'; readonly content: unknown } | { readonly state: 'expired' | 'forged' }

export interface SignedTokenOptions {
  /** Shared by all processes of the service. (Default: random, so that tokens end with the process) */
  readonly secret?: string | null | undefined
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Signs by HMAC-SHA-256 with keys derived from the secret, one a purpose. */
export function createSignedTokens({ secret, now }: SignedTokenOptions): SignedTokens {
  const root = secret ?? randomBytes(32)
  const derive = (...parts: readonly string[]) =>
    createHmac('sha256', root).update(JSON.stringify(parts)).digest('base64url')
  const signature = (purpose: string, body: string) =>
    createHmac('sha256', derive('token', purpose)).update(body).digest('base64url')

  return {
    derive: (...parts) => derive('derived', ...parts),
    sign: (purpose, content, expiresOn) => {
      const text = JSON.stringify([Math.floor(expiresOn / 1_000), content])
      const body = Buffer.from(text).toString('base64url')
      return `${body}.${signature(purpose, body)}`
    },
    open: (purpose, token) => {
      const [body = '', given = '', ...more] = token.split('.')
      if (more.length > 0 || !isSameText(given, signature(purpose, body))) {
        return { state: 'forged' }
      }
      const [expires, content] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [
        number,
        unknown,
      ]
      return expires * 1_000 > now() ? { state: 'valid', content } : { state: 'expired' }
    },
  }
}

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function isSameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
