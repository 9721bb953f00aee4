import type { Solution } from '../../model/solution/index.js'

/** What a solution brings, in words: `tables 9, forms 18, ...`. */
export function summaryOf(solution: Solution): string {
  const { tables } = solution
  const sum = (part: 'forms' | 'views' | 'charts') =>
    tables.reduce((total, component) => total + component[part].length, 0)
  const counts: readonly (readonly [word: string, count: number])[] = [
    ['tables', tables.filter(({ include }) => include === 'all').length],
    ['forms', sum('forms')],
    ['views', sum('views')],
    ['charts', sum('charts')],
    ['choices', solution.choices.length],
    ['dashboards', solution.dashboards.length],
    ['apps', solution.apps.length],
    ['roles', solution.roles.length],
    ['column security profiles', solution.columnSecurityProfiles.length],
    ['web resources', solution.webResources.length],
    ['controls', solution.customControls.length],
    ['environment variables', solution.environmentVariables.length],
    ['connectors', solution.connectors.length],
    ['connection references', solution.connectionReferences.length],
    ['flows', solution.flows.length],
  ]
  return counts
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count}`)
    .join(', ')
}
