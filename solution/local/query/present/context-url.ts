import type { RowQuery } from '../row-query.js'

/** `(fullname,parentcustomerid_account(name))`: what an answer holds, for `@odata.context`. */
export function selectionText({ select, expand }: RowQuery): string {
  const names = [
    ...(select ?? []),
    ...expand.map(({ property, query }) => `${property}${selectionText(query) || '()'}`),
  ]
  return names.length === 0 ? '' : `(${names.join(',')})`
}

export function contextUrl(rootUrl: string, fragment: string): string {
  return `${rootUrl}$metadata#${fragment}`
}
