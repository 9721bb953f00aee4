import { refuseQuery } from './refuse.js'

/** What comes after `?`, decoded. */
export interface QueryString {
  /** `$filter` and the like, and `fetchXml`, by name. */
  readonly options: ReadonlyMap<string, string>
  /** `@p1` and the like, by name. */
  readonly aliases: ReadonlyMap<string, string>
}

const supported = new Set([
  '$select',
  '$filter',
  '$orderby',
  '$top',
  '$count',
  '$expand',
  '$apply',
  '$skiptoken',
  '$deltatoken',
  '$format',
])

/**
 * Splits and decodes a query string. Options without `$` that the Web API does not know are
 * passed over, as it does; unknown ones with `$`, and `$skip`, are refused (400).
 */
export function parseQueryString(search: string): QueryString {
  const options = new Map<string, string>()
  const aliases = new Map<string, string>()
  for (const part of search.replace(/^\?/, '').split('&')) {
    if (part === '') continue
    const equals = part.indexOf('=')
    const name = decoded(equals < 0 ? part : part.slice(0, equals)).trim()
    const value = equals < 0 ? '' : decoded(part.slice(equals + 1))
    const target = name.startsWith('@') ? aliases : options
    if (name === '$skip') refuseQuery('Skip Clause is not supported in CRM')
    if (name.startsWith('$') && !supported.has(name)) {
      refuseQuery(`The query parameter ${name} is not supported`)
    }
    if (target.has(name)) {
      refuseQuery(
        `Query option '${name}' was specified more than once, ` +
          'but it must be specified at most once.',
      )
    }
    target.set(name, value)
  }
  return { options, aliases }
}

function decoded(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text
  if (!spaced.includes('%')) return spaced
  try {
    return decodeURIComponent(spaced)
  } catch {
    return refuseQuery(`'${text.slice(0, 200)}' holds a malformed percent-encoding.`)
  }
}

/** The query string as sent, without one option; for links that carry a new value of it. */
export function withoutOption(search: string, name: string): string {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && decoded(part.split('=', 1)[0] ?? '').trim() !== name)
    .join('&')
}
