import { descendants } from '../../../../model/xml.js'
import { within } from '../../facts/place.js'
import type { Rule } from '../../rule.js'

export const rowId: Rule = {
  id: 'V4',
  level: 'error',
  sentence: "A view's rows are identified by the table's primary key.",
  *check({ tables }) {
    for (const { logicalName, views, ordinary } of tables) {
      for (const { grid, row, place } of views) {
        const id = row?.attributes.id ?? ''
        if (!ordinary || !grid || id === `${logicalName}id`) continue
        yield {
          at: within(place, 'row', row ?? grid),
          message: `The row's id is "${id}"; expected "${logicalName}id", the primary key.`,
        }
      }
    }
  },
}

export const quickFind: Rule = {
  id: 'V5',
  level: 'error',
  sentence: 'A quick find view has a filter with isquickfindfields.',
  *check({ tables }) {
    for (const { query, type, place } of tables.flatMap(({ views }) => views)) {
      if (type !== '4') continue
      const found = query && [...descendants(query)].some(isQuickFindFilter)
      if (found) continue
      yield {
        at: within(place, 'fetch', query),
        message: 'The quick find view has no filter with isquickfindfields="1".',
      }
    }
  },
}

const isQuickFindFilter = ({
  name,
  attributes,
}: {
  name: string
  attributes: Readonly<Record<string, string>>
}) => name === 'filter' && ['1', 'true'].includes(attributes.isquickfindfields ?? '')
