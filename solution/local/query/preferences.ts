import { refuseQuery } from './refuse.js'

/** The annotations that a client may ask for, by their full names. */
export const annotation = {
  formattedValue: 'OData.Community.Display.V1.FormattedValue',
  lookupLogicalName: 'Microsoft.Dynamics.CRM.lookuplogicalname',
  navigationProperty: 'Microsoft.Dynamics.CRM.associatednavigationproperty',
  totalCount: 'Microsoft.Dynamics.CRM.totalrecordcount',
  totalCountExceeded: 'Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded',
} as const

export type AnnotationName = (typeof annotation)[keyof typeof annotation]

/** What a `Prefer` header asks of a read. */
export interface Preferences {
  /** Rows a page, at most 5,000; null where none was asked for. */
  readonly pageSize: number | null
  readonly trackChanges: boolean
  readonly annotations: ReadonlySet<AnnotationName>
  /** The value of the `Preference-Applied` header; empty when nothing was asked for. */
  readonly applied: string
}

/** The platform's default and largest page. */
export const largestPage = 5_000

const none: Preferences = {
  pageSize: null,
  trackChanges: false,
  annotations: new Set(),
  applied: '',
}

const known = new Map<string, Preferences>()
const mostKnown = 100

/** Reads a `Prefer` header. Preferences that reading has nothing to do with are passed over. */
export function parsePreferences(header: string | undefined): Preferences {
  if (header === undefined || header === '') return none
  const cached = known.get(header)
  if (cached) return cached
  const parsed = parse(header)
  if (known.size >= mostKnown) known.clear()
  known.set(header, parsed)
  return parsed
}

function parse(header: string): Preferences {
  let preferences = none
  for (const [, name = '', quoted, bare] of header.matchAll(
    /([\w.-]+)(?:\s*=\s*(?:"([^"]*)"|([^,;\s]*)))?/g,
  )) {
    preferences = withPreference(preferences, name.toLowerCase(), quoted ?? bare ?? '')
  }
  return preferences
}

function withPreference(preferences: Preferences, name: string, value: string): Preferences {
  switch (name) {
    case 'odata.maxpagesize':
    case 'maxpagesize': {
      const asked = Number(value)
      if (!Number.isInteger(asked) || asked < 1) {
        refuseQuery(`Invalid value '${value}' for odata.maxpagesize: expected a positive number.`)
      }
      return {
        ...preferences,
        pageSize: Math.min(asked, largestPage),
        applied: listed(preferences.applied, `odata.maxpagesize=${asked}`),
      }
    }
    case 'odata.track-changes':
      return {
        ...preferences,
        trackChanges: true,
        applied: listed(preferences.applied, 'odata.track-changes'),
      }
    case 'odata.include-annotations':
      return {
        ...preferences,
        annotations: annotationsNamed(value),
        applied: listed(preferences.applied, `odata.include-annotations="${value}"`),
      }
    default:
      return preferences
  }
}

function listed(applied: string, one: string): string {
  return applied === '' ? one : `${applied}, ${one}`
}

/** `*`, `Namespace.*` and full names, separated by commas; `-` takes away what is named after it. */
function annotationsNamed(list: string): ReadonlySet<AnnotationName> {
  const wanted = new Set<AnnotationName>()
  for (const item of list.split(',').map((one) => one.trim())) {
    const excluded = item.startsWith('-')
    const pattern = excluded ? item.slice(1) : item
    for (const name of Object.values(annotation)) {
      if (!matches(pattern, name)) continue
      if (excluded) wanted.delete(name)
      else wanted.add(name)
    }
  }
  return wanted
}

function matches(pattern: string, name: string): boolean {
  if (!pattern.endsWith('*')) return pattern === name
  return name.startsWith(pattern.slice(0, -1))
}
