import { lexList } from './lex-list.js'
import { textLiteral } from './literal.js'
import type { Literal } from './literal.js'
import { refuseQuery, refuseSyntax } from './refuse.js'

export interface Token {
  readonly kind: 'name' | 'symbol' | 'literal' | 'end'
  /** A name or symbol as written; of a literal, its class. */
  readonly text: string
  /** Where it starts in its query option, counted from 0. */
  readonly at: number
  /** Index in the request's literals; -1 for other kinds. */
  readonly literal: number
}

export interface LexedText {
  readonly source: string
  readonly tokens: readonly Token[]
  /** The text with its literals taken out: equal for queries that share a plan. */
  readonly shape: string
}

const whitespace = /\s+/y
const name = /[A-Za-z_$][\w$]*(?:\.[A-Za-z_]\w*)*/y
const alias = /@\w+/y
const guid = /[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![\w-])/y
const dateTime = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:\d\d)(?!\w)/iy
const date = /\d{4}-\d\d-\d\d(?![\w-])/y
const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?:[lLmMdDfF])?(?![\w.])/y
const symbols = '(),/:;='

/**
 * Cuts a query option into tokens. Literals are appended to `literals`; a parameter alias (`@p1`)
 * stands for its text in `aliases`. Throws a `DataverseError` (400) with the position of what it
 * cannot read.
 */
export function lex(
  source: string,
  literals: Literal[],
  aliases: ReadonlyMap<string, string> = new Map(),
): LexedText {
  const lexer = new Lexer(literals, aliases)
  lexer.read(source, true)
  return {
    source,
    tokens: [...lexer.tokens, { kind: 'end', text: '', at: source.length, literal: -1 }],
    shape: lexer.shape,
  }
}

class Lexer {
  readonly tokens: Token[] = []
  shape = ''

  constructor(
    private readonly literals: Literal[],
    private readonly aliases: ReadonlyMap<string, string>,
  ) {}

  read(source: string, aliasesAllowed: boolean): void {
    let at = 0
    while (at < source.length) at = this.readToken(source, at, aliasesAllowed)
  }

  /** Reads one token (or white space) and returns where the next starts. */
  private readToken(source: string, at: number, aliasesAllowed: boolean): number {
    const character = source.charAt(at)
    const blank = match(whitespace, source, at)
    if (blank !== undefined) return at + blank.length
    if (symbols.includes(character)) return this.add('symbol', character, at)
    if (character === "'") return this.readText(source, at)
    if (character === '[') {
      const { values, end } = lexList(source, at)
      this.addLiteral({ class: 'list', value: values }, at)
      return end
    }
    if (character === '@' && aliasesAllowed) return this.readAlias(source, at)
    return this.readWord(source, at)
  }

  private readWord(source: string, at: number): number {
    const id = match(guid, source, at)
    if (id !== undefined) {
      return this.addLiteral({ class: 'guid', value: id.toLowerCase() }, at) + id.length
    }
    const word = match(name, source, at)
    if (word !== undefined) return this.add('name', word, at)
    const instant = match(dateTime, source, at)
    if (instant !== undefined) {
      const value = Date.parse(instant.toUpperCase())
      if (Number.isNaN(value)) refuseSyntax(source, at, `'${instant}' is no date-time.`)
      return this.addLiteral({ class: 'dateTime', value }, at) + instant.length
    }
    const day = match(date, source, at)
    if (day !== undefined) {
      if (!isDay(day)) refuseSyntax(source, at, `'${day}' is no date.`)
      return this.addLiteral({ class: 'date', value: day }, at) + day.length
    }
    const digits = match(number, source, at)
    if (digits !== undefined) {
      const value = Number.parseFloat(digits)
      if (!Number.isFinite(value)) refuseSyntax(source, at, `'${digits}' is out of range.`)
      return this.addLiteral({ class: 'number', value }, at) + digits.length
    }
    return refuseSyntax(source, at, `Unexpected '${characterAt(source, at)}'.`)
  }

  private readText(source: string, at: number): number {
    let end = source.indexOf("'", at + 1)
    while (end >= 0 && source[end + 1] === "'") end = source.indexOf("'", end + 2)
    if (end < 0) {
      refuseQuery(
        `There is an unterminated literal at position ${at} in '${source.slice(0, 200)}'.`,
      )
    }
    const inside = source.slice(at + 1, end)
    const value = inside.includes("'") ? inside.replaceAll("''", "'") : inside
    this.addLiteral(textLiteral(value), at)
    return end + 1
  }

  private readAlias(source: string, at: number): number {
    const found = match(alias, source, at)
    if (found === undefined) return refuseSyntax(source, at, `Expected a parameter name after '@'.`)
    const value = this.aliases.get(found)
    if (value === undefined) {
      refuseQuery(`The parameter alias '${found}' has no value in the query string.`)
    }
    const before = this.tokens.length
    this.read(value, false)
    if (this.tokens.length !== before + 1) {
      refuseQuery(`The value of the parameter alias '${found}' is not one literal: ${value}`)
    }
    return at + found.length
  }

  private add(kind: 'name' | 'symbol', text: string, at: number): number {
    // A name after a name, as in `a eq b`, keeps the space between them.
    this.shape += kind === 'name' ? ` ${text}` : text
    this.tokens.push({ kind, text, at, literal: -1 })
    return at + text.length
  }

  private addLiteral(literal: Literal, at: number): number {
    this.shape += this.namesProperty() ? ` '${String(literal.value)}'` : ` ?${literal.class}`
    this.literals.push(literal)
    this.tokens.push({
      kind: 'literal',
      text: literal.class,
      at,
      literal: this.literals.length - 1,
    })
    return at
  }

  /** In `PropertyName='x'` the text decides what is read, so it is part of the shape. */
  private namesProperty(): boolean {
    return this.tokens.at(-1)?.text === '=' && this.tokens.at(-2)?.text === propertyNameParameter
  }
}

/** The parameter of Dataverse's query functions that names a column. */
export const propertyNameParameter = 'PropertyName'

function match(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0]
}

/** Whether the text is a day of the calendar, `2026-11-21`. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

function characterAt(source: string, at: number): string {
  return String.fromCodePoint(source.codePointAt(at) ?? 0)
}
