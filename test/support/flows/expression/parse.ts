import { tokensOf } from './tokens.js'
import type { Token } from './tokens.js'

/** An expression of the workflow definition language. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'member'; readonly of: Expression; readonly key: Expression }

const constants: Readonly<Record<string, unknown>> = { true: true, false: false, null: null }

/** @throws Error for text that is no expression. */
export function parseExpression(source: string): Expression {
  const parser = new Parser(source, tokensOf(source))
  return parser.whole()
}

class Parser {
  #at = 0
  readonly #source: string
  readonly #tokens: readonly Token[]

  constructor(source: string, tokens: readonly Token[]) {
    this.#source = source
    this.#tokens = tokens
  }

  whole(): Expression {
    const expression = this.#expression()
    if (this.#at < this.#tokens.length) throw this.#fault('its end')
    return expression
  }

  #expression(): Expression {
    let expression = this.#start()
    for (;;) {
      if (this.#takes('[') || this.#takes('?[')) {
        expression = { kind: 'member', of: expression, key: this.#expression() }
        this.#expect(']')
      } else if (this.#takes('.')) {
        const key = { kind: 'literal', value: this.#next('name').text } as const
        expression = { kind: 'member', of: expression, key }
      } else return expression
    }
  }

  #start(): Expression {
    const token = this.#tokens[this.#at++]
    if (token?.kind === 'text') {
      return { kind: 'literal', value: token.text.slice(1, -1).replaceAll("''", "'") }
    }
    if (token?.kind === 'number') return { kind: 'literal', value: Number(token.text) }
    if (token?.kind !== 'name') throw this.#fault('a value', this.#at - 1)
    if (token.text in constants) return { kind: 'literal', value: constants[token.text] }
    this.#expect('(')
    return { kind: 'call', name: token.text, args: this.#args() }
  }

  #args(): readonly Expression[] {
    const args: Expression[] = []
    if (this.#takes(')')) return args
    do args.push(this.#expression())
    while (this.#takes(','))
    this.#expect(')')
    return args
  }

  #takes(sign: string): boolean {
    const isNext = this.#tokens[this.#at]?.text === sign
    if (isNext) this.#at++
    return isNext
  }

  #expect(sign: string): void {
    if (!this.#takes(sign)) throw this.#fault(`"${sign}"`)
  }

  #next(kind: Token['kind']): Token {
    const token = this.#tokens[this.#at++]
    if (token?.kind !== kind) throw this.#fault(`a ${kind}`, this.#at - 1)
    return token
  }

  #fault(expected: string, at = this.#at): Error {
    const found = this.#tokens[at]?.text ?? 'nothing'
    return new Error(`"${this.#source}" has "${found}" where ${expected} was expected.`)
  }
}
