import type { Expression, PropertyPath } from './expression.js'
import { parseFilter } from './filter-parser.js'
import type { Literal } from './literal.js'
import { refuseQuery } from './refuse.js'
import type { TokenReader } from './token-reader.js'

export type AggregateMethod = 'sum' | 'min' | 'max' | 'average' | 'countdistinct'

export type Aggregate =
  | { readonly kind: 'count'; readonly alias: string }
  | {
      readonly kind: 'value'
      readonly path: PropertyPath
      readonly method: AggregateMethod
      readonly alias: string
    }

/** What `$apply` asks for: filtered rows, grouped, and what is computed of each group. */
export interface ApplyQuery {
  readonly filters: readonly Expression[]
  readonly groupBy: readonly PropertyPath[]
  readonly aggregates: readonly Aggregate[]
}

const methods = new Set<string>(['sum', 'min', 'max', 'average', 'countdistinct'])

/**
 * Parses `filter(...)/groupby((a,b/c),aggregate(x with sum as total,$count as n))`, each part but
 * the last grouping or aggregation being optional.
 */
export function parseApply(reader: TokenReader, literals: readonly Literal[]): ApplyQuery {
  const filters: Expression[] = []
  while (reader.takeName('filter')) {
    reader.expectSymbol('(')
    filters.push(parseFilter(reader, literals))
    reader.expectSymbol(')')
    reader.expectSymbol('/')
  }
  if (reader.takeName('groupby')) return { filters, ...parseGroupBy(reader) }
  if (reader.isName('aggregate')) {
    return { filters, groupBy: [], aggregates: parseAggregates(reader) }
  }
  return reader.refuse('expected filter, groupby or aggregate')
}

function parseGroupBy(reader: TokenReader): Omit<ApplyQuery, 'filters'> {
  reader.expectSymbol('(')
  reader.expectSymbol('(')
  const groupBy: PropertyPath[] = []
  do groupBy.push(reader.expectPath('a property to group by'))
  while (reader.takeSymbol(','))
  reader.expectSymbol(')')
  const aggregates = reader.takeSymbol(',') ? parseAggregates(reader) : []
  reader.expectSymbol(')')
  return { groupBy, aggregates }
}

function parseAggregates(reader: TokenReader): readonly Aggregate[] {
  if (!reader.takeName('aggregate')) reader.refuse('expected aggregate')
  reader.expectSymbol('(')
  const aggregates: Aggregate[] = []
  do {
    const aggregate = parseAggregate(reader)
    if (aggregates.some(({ alias }) => alias === aggregate.alias)) {
      refuseQuery(`The alias '${aggregate.alias}' is used twice in $apply.`)
    }
    aggregates.push(aggregate)
  } while (reader.takeSymbol(','))
  reader.expectSymbol(')')
  return aggregates
}

function parseAggregate(reader: TokenReader): Aggregate {
  if (reader.takeName('$count')) return { kind: 'count', alias: parseAlias(reader) }
  const path = reader.expectPath('a property to aggregate')
  if (!reader.takeName('with')) reader.refuse("expected 'with'")
  const method = reader.current.text
  if (!methods.has(method)) {
    reader.refuse('expected sum, min, max, average or countdistinct')
  }
  reader.advance()
  return { kind: 'value', path, method: method as AggregateMethod, alias: parseAlias(reader) }
}

function parseAlias(reader: TokenReader): string {
  if (!reader.takeName('as')) reader.refuse("expected 'as'")
  return reader.expectName('an alias')
}
