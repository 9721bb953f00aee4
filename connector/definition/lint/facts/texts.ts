import { nodeOf, textOf } from './json.js'
import type { Operation } from './operations.js'
import type { Parameter } from './parameters.js'
import { at } from './place.js'
import type { Place } from './place.js'
import type { Located } from './references.js'
import type { Schema } from './schemas.js'

/** A text that people read in the designer or in the gallery of connectors. */
export interface Text {
  readonly place: Place
  readonly value: string
  readonly kind: 'info' | 'operation' | 'field'
  readonly keyword: 'title' | 'summary' | 'description' | 'x-ms-summary' | 'x-ms-trigger-hint'
  /** The text of the summary beside it. */
  readonly summary: string | undefined
}

interface Sources {
  readonly root: Located
  readonly operations: readonly Operation[]
  readonly parameters: readonly Parameter[]
  readonly schemas: readonly Schema[]
}

export function textsIn({ root, operations, parameters, schemas }: Sources): readonly Text[] {
  const info = { node: nodeOf(root.node['info']), place: at(root.place, 'info') }
  const fields = [...parameters, ...schemas.filter(({ property }) => property !== undefined)]
  return [
    ...texts('info', [info], ['title', 'description']),
    ...texts('operation', operations, ['summary', 'description', 'x-ms-trigger-hint']),
    ...texts('field', fields, ['x-ms-summary', 'description']),
  ]
}

function texts(
  kind: Text['kind'],
  owners: readonly Located[],
  keywords: readonly Text['keyword'][],
): readonly Text[] {
  const [first] = keywords
  return owners.flatMap(({ node, place }) =>
    keywords.flatMap((keyword) => {
      const value = textOf(node[keyword])
      const summary = first === undefined ? undefined : textOf(node[first])
      return value === undefined
        ? []
        : [{ kind, keyword, value, summary, place: at(place, keyword) }]
    }),
  )
}
