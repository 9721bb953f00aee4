import { stewards } from './well-known.js'

const cookie = 'local-user'

/**
 * Signs whoever opens the local app in as the first steward: what people do in its pages is theirs,
 * as on the platform, and not the service's. Names an Entra object id, as `CallerObjectId` does.
 */
export function signInHeaders(): Readonly<Record<string, string>> {
  const [steward] = stewards
  return {
    'set-cookie': `${cookie}=${steward?.entraObjectId ?? ''}; Path=/api; HttpOnly; SameSite=Strict`,
  }
}

/** The Entra object id of whoever is signed in; undefined for requests of no page. */
export function signedIn(cookies: string | undefined): string | undefined {
  for (const pair of (cookies ?? '').split(';')) {
    const [name, value] = pair.trim().split('=')
    if (name === cookie && value) return value
  }
  return undefined
}
