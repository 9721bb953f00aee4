import type { DataverseClient } from '../../dataverse/index.js'
import { pageAt } from '../http/paging.js'
import { isMeant } from './feed.js'
import type { EventFilters, Feed } from './feed.js'
import type { ReadUnits } from './next-units.js'

/** Reads the units of a feed that are meant and that the client's user may see. */
export function unitReader(
  client: DataverseClient,
  feed: Pick<Feed, 'units'>,
  filters: EventFilters,
): ReadUnits {
  return async (stretch, cookie, pageSize) => {
    const page = await pageAt(
      client,
      feed.units(stretch, filters, pageSize),
      cookie === undefined ? undefined : { cookie },
    )
    return {
      units: page.rows.filter((unit) => isMeant(unit, filters)),
      cookie: page.next && 'cookie' in page.next ? page.next.cookie : undefined,
    }
  }
}
