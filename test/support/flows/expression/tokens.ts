export interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'sign'
  readonly text: string
}

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['name', /[A-Za-z_$][\w$]*/y],
  ['number', /-?\d+(\.\d+)?/y],
  ['text', /'(?:[^']|'')*'/y],
  ['sign', /\?\[|[()[\],.]/y],
]

/** @throws Error naming the place for a character that begins nothing. */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < source.length;) {
    if (/\s/.test(source.charAt(at))) {
      at++
      continue
    }
    const token = tokenAt(source, at)
    if (!token) throw new Error(`"${source}" has an unexpected "${source.charAt(at)}" at ${at}.`)
    tokens.push(token)
    at += token.text.length
  }
  return tokens
}

function tokenAt(source: string, at: number): Token | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (found) return { kind, text: found[0] }
  }
  return undefined
}
