import { groupBy } from '../../facts/names.js'
import type { Rule } from '../../rule.js'

const words: Readonly<Record<string, string>> = {
  '0': 'public',
  '1': 'advanced find',
  '2': 'associated',
  '4': 'quick find',
  '64': 'lookup',
  '8192': 'my rows',
}

export const viewTypes: Rule = {
  id: 'V1',
  level: 'house',
  sentence: `A table has views of the types ${Object.entries(words)
    .map(([type, word]) => `${type} (${word})`)
    .join(', ')}.`,
  *check({ tables }) {
    for (const { views, place } of tables.filter(({ ordinary }) => ordinary)) {
      for (const [type, word] of Object.entries(words)) {
        if (views.some((view) => view.type === type)) continue
        yield { at: place, message: `The table has no view of querytype ${type} (${word}).` }
      }
    }
  },
}

/** The types of which every table of the exports measured has exactly one default. */
const withDefault = ['0', '1', '2', '4', '64']

export const defaultViews: Rule = {
  id: 'V6',
  level: 'error',
  sentence: 'Of the views of one type exactly one is the default.',
  *check({ tables }) {
    for (const { views, place } of tables.filter(({ ordinary }) => ordinary)) {
      for (const [type, same] of groupBy(views, (view) => view.type)) {
        if (!withDefault.includes(type)) continue
        const defaults = same.filter(({ isDefault }) => isDefault)
        if (defaults.length === 1) continue
        yield {
          at: defaults[1]?.place ?? place,
          message: `${defaults.length} of ${same.length} views of querytype ${type} (${words[type] ?? ''}) have isdefault 1; expected exactly one.`,
        }
      }
    }
  },
}
