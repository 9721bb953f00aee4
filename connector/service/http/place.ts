/**
 * A place in a request: a property or an entry of another place. Null is the whole. Places are
 * spelled out for faults alone, since most requests have none.
 */
export interface Place {
  readonly owner: Place | null
  readonly key: string | number
}

/** For example `items[3].externalKey`; empty for the whole. */
export function pathOf(place: Place | null): string {
  if (place === null) return ''
  const owner = pathOf(place.owner)
  if (typeof place.key === 'number') return `${owner}[${place.key}]`
  const name = shownName(place.key)
  return owner === '' ? name : `${owner}.${name}`
}

const longestName = 80

/** A property's name as a path shows it: cut, and without what would break a line or a log. */
function shownName(name: string): string {
  return JSON.stringify(name.slice(0, longestName)).slice(1, -1)
}
