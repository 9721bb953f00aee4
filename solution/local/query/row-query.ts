import type { Expression, LiteralRef, OrderKey } from './expression.js'
import { parseFilter } from './filter-parser.js'
import { lex } from './lexer.js'
import type { LexedText } from './lexer.js'
import type { Literal } from './literal.js'
import { refuseQuery } from './refuse.js'
import { TokenReader } from './token-reader.js'

/** What is asked of a table's rows, or of rows that are expanded along a navigation property. */
export interface RowQuery {
  /** Property names; null for all. */
  readonly select: readonly string[] | null
  readonly filter: Expression | null
  readonly orderBy: readonly OrderKey[]
  readonly expand: readonly ExpandItem[]
  /** Only inside `$expand`: a request's own `$top` is a number of the page. */
  readonly top: LiteralRef | null
}

export interface ExpandItem {
  readonly property: string
  readonly query: RowQuery
}

/** The options of a request that say what a row query is, cut into tokens. */
export interface LexedQuery {
  readonly literals: readonly Literal[]
  readonly select: LexedText | null
  readonly filter: LexedText | null
  readonly orderBy: LexedText | null
  readonly expand: LexedText | null
  readonly shape: string
}

const deepestExpand = 5
const wholeRow: RowQuery = { select: null, filter: null, orderBy: [], expand: [], top: null }

/** Cuts the options into tokens; cheap, and all that a request with a known plan needs. */
export function lexQuery(
  options: ReadonlyMap<string, string>,
  aliases: ReadonlyMap<string, string>,
): LexedQuery {
  const literals: Literal[] = []
  const lexed = (name: string): LexedText | null => {
    const source = options.get(name)
    return source === undefined ? null : lex(source, literals, aliases)
  }
  const [select, filter] = [lexed('$select'), lexed('$filter')]
  const [orderBy, expand] = [lexed('$orderby'), lexed('$expand')]
  const shape = [select, filter, orderBy, expand].map((text) => text?.shape ?? '').join('\n')
  return { literals, select, filter, orderBy, expand, shape }
}

export function parseRowQuery(query: LexedQuery): RowQuery {
  return {
    ...wholeRow,
    ...(query.select ? { select: whole(query.select, parseSelect) } : {}),
    ...(query.filter
      ? { filter: whole(query.filter, (reader) => parseFilter(reader, query.literals)) }
      : {}),
    ...(query.orderBy ? { orderBy: whole(query.orderBy, parseOrderBy) } : {}),
    ...(query.expand
      ? { expand: whole(query.expand, (reader) => parseExpand(reader, query.literals, 1)) }
      : {}),
  }
}

/** Parses all of a text: what is left over is refused. */
export function whole<Parsed>(lexed: LexedText, parse: (reader: TokenReader) => Parsed): Parsed {
  const reader = new TokenReader(lexed)
  const parsed = parse(reader)
  reader.expectEnd()
  return parsed
}

function parseSelect(reader: TokenReader): readonly string[] {
  const names = new Set<string>()
  do names.add(reader.expectName('a property to select'))
  while (reader.takeSymbol(','))
  return [...names]
}

export function parseOrderBy(reader: TokenReader): readonly OrderKey[] {
  const keys: OrderKey[] = []
  do {
    const path = reader.expectPath('a property to order by')
    const descending = reader.takeName('desc')
    if (!descending) reader.takeName('asc')
    keys.push({ path, descending })
  } while (reader.takeSymbol(','))
  return keys
}

function parseExpand(
  reader: TokenReader,
  literals: readonly Literal[],
  depth: number,
): readonly ExpandItem[] {
  if (depth > deepestExpand) reader.refuse(`$expand nests deeper than ${deepestExpand} levels`)
  const items: ExpandItem[] = []
  do {
    const property = reader.expectName('a navigation property to expand')
    if (items.some((item) => item.property === property)) {
      refuseQuery(`The navigation property '${property}' is expanded twice.`)
    }
    const query = reader.takeSymbol('(') ? parseExpandOptions(reader, literals, depth) : wholeRow
    items.push({ property, query })
  } while (reader.takeSymbol(','))
  return items
}

function parseExpandOptions(
  reader: TokenReader,
  literals: readonly Literal[],
  depth: number,
): RowQuery {
  let query: RowQuery = wholeRow
  const seen = new Set<string>()
  do {
    if (reader.isSymbol(')')) break
    const name = reader.expectName('an option such as $select')
    if (seen.has(name)) refuseQuery(`The option ${name} is given twice inside $expand.`)
    seen.add(name)
    reader.expectSymbol('=')
    query = { ...query, ...parseExpandOption(name, reader, literals, depth) }
  } while (reader.takeSymbol(';'))
  reader.expectSymbol(')')
  return query
}

function parseExpandOption(
  name: string,
  reader: TokenReader,
  literals: readonly Literal[],
  depth: number,
): Partial<RowQuery> {
  switch (name) {
    case '$select':
      return { select: parseSelect(reader) }
    case '$filter':
      return { filter: parseFilter(reader, literals) }
    case '$orderby':
      return { orderBy: parseOrderBy(reader) }
    case '$expand':
      return { expand: parseExpand(reader, literals, depth + 1) }
    case '$top':
      return { top: reader.expectLiteral('a number of rows') }
    default:
      return refuseQuery(`The query option ${name} is not supported inside $expand.`)
  }
}
