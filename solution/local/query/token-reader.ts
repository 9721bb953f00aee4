import type { LexedText, Token } from './lexer.js'
import type { LiteralRef, PropertyPath } from './expression.js'
import type { LiteralClass } from './literal.js'
import { refuseSyntax } from './refuse.js'

/** Walks the tokens of one query option; every refusal names the position and the token. */
export class TokenReader {
  private next = 0

  constructor(private readonly lexed: LexedText) {}

  get current(): Token {
    return this.peek(0)
  }

  peek(ahead: number): Token {
    const { tokens } = this.lexed
    const token = tokens[Math.min(this.next + ahead, tokens.length - 1)]
    if (!token) throw new Error('A lexed text ends with an end token.')
    return token
  }

  advance(): Token {
    const token = this.current
    this.next += 1
    return token
  }

  isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === 'symbol' && token.text === symbol
  }

  isName(name: string): boolean {
    return this.current.kind === 'name' && this.current.text === name
  }

  /** Moves past the symbol if it is next. */
  takeSymbol(symbol: string): boolean {
    const found = this.isSymbol(symbol)
    if (found) this.next += 1
    return found
  }

  /** Moves past the name if it is next. */
  takeName(name: string): boolean {
    const found = this.isName(name)
    if (found) this.next += 1
    return found
  }

  expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) this.refuse(`expected '${symbol}'`)
  }

  expectName(what: string): string {
    if (this.current.kind !== 'name') this.refuse(`expected ${what}`)
    return this.advance().text
  }

  expectLiteral(what: string): LiteralRef {
    if (this.current.kind !== 'literal') this.refuse(`expected ${what}`)
    const { text, literal } = this.advance()
    return { kind: 'literal', class: text as LiteralClass, index: literal }
  }

  /** Names separated by `/`. */
  expectPath(what: string): PropertyPath {
    const names = [this.expectName(what)]
    while (this.takeSymbol('/')) names.push(this.expectName('a property name'))
    return { kind: 'path', names }
  }

  expectEnd(): void {
    if (this.current.kind !== 'end') this.refuse('expected the end')
  }

  refuse(expectation: string): never {
    const { kind, text, at } = this.current
    const found =
      kind === 'end' ? 'the end' : kind === 'literal' ? `a literal (${text})` : `'${text}'`
    refuseSyntax(this.lexed.source, at, `Found ${found}, ${expectation}.`)
  }
}
