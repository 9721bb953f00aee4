import { parseArgs } from 'node:util'

export const usage = `Usage: npm run preflight -- --url URL

  --url URL  root of the environment, for example https://contoso.crm.dynamics.com
             or http://127.0.0.1:8080 for a local Dataverse

Compares the environment with what Data Integration brings, and changes nothing. Exit code 0: it can
be imported; 1: something stands in the way; 2: the environment could not be asked.`

/** Something about how preflight was called; the message tells what. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The environment's root. @throws UsageError for anything but one usable `--url`. */
export function readUrl(args: readonly string[]): URL {
  const text = urlIn(args)
  if (text === undefined) throw new UsageError(`--url is missing.\n\n${usage}`)
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new UsageError(`--url takes an http or https address, not '${text}'.\n\n${usage}`)
  }
  if (url.protocol === 'http:' && !isLoopback(url)) {
    throw new UsageError(
      `--url '${text}' would send a token without encryption: use https, or a local Dataverse.`,
    )
  }
  return url
}

function urlIn(args: readonly string[]): string | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { url: { type: 'string' } } })
    return values.url
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

/** A Dataverse on this machine asks for no sign-in. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}
