import type { AppPart } from '../../shape.js'
import { gridPlace } from '../route.js'
import type { Place } from '../route.js'

/** What an app shows first: its first table. */
export function firstPlace({ areas }: AppPart): Place {
  const entries = areas.flatMap(({ groups }) => groups.flatMap((group) => group.entries))
  for (const { opens } of entries) {
    if (opens.kind === 'table') return gridPlace(opens.table, opens.viewId)
  }
  return { kind: 'start' }
}

/** What must differ for a place to be another page, and not the same one sorted or turned over. */
export function pageKey(place: Place): string {
  switch (place.kind) {
    case 'start':
      return ''
    case 'dashboard':
      return place.id
    case 'table':
      return place.table
    case 'new':
      return `new ${place.table}`
    case 'record':
      return `${place.table} ${place.id}`
  }
}
