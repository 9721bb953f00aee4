import { parseExpression } from './parse.js'
import type { Expression } from './parse.js'

/** A text of a definition: a plain one, one expression, or one with expressions in it. */
export type Template =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'text'; readonly parts: readonly (string | Expression)[] }

/** Reads `@expression`, `text @{expression} text` and `@@text`. */
export function parseTemplate(source: string): Template {
  if (source.startsWith('@@')) return { kind: 'text', parts: [source.slice(1)] }
  if (source.startsWith('@') && !source.startsWith('@{')) {
    return { kind: 'expression', expression: parseExpression(source.slice(1)) }
  }
  const parts: (string | Expression)[] = []
  for (let rest = source; rest !== '';) {
    const start = rest.indexOf('@{')
    if (start < 0) {
      parts.push(rest)
      break
    }
    if (start > 0) parts.push(rest.slice(0, start))
    const end = closingBrace(rest, start + 2)
    parts.push(parseExpression(rest.slice(start + 2, end)))
    rest = rest.slice(end + 1)
  }
  return { kind: 'text', parts }
}

/** Braces within texts of the expression do not count. */
function closingBrace(source: string, from: number): number {
  let isInText = false
  for (let at = from; at < source.length; at++) {
    if (source[at] === "'") isInText = !isInText
    else if (source[at] === '}' && !isInText) return at
  }
  throw new Error(`"${source}" has a "@{" without its "}".`)
}

/** All expressions in a value of a definition, however deep. */
export function expressionsIn(value: unknown): readonly Expression[] {
  if (typeof value === 'string') {
    const template = parseTemplate(value)
    if (template.kind === 'expression') return [template.expression]
    return template.parts.filter((part) => typeof part !== 'string')
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(expressionsIn)
}
