import type { TextFunction } from '../expression.js'
import { isAscii } from '../literal.js'

/** After every text that starts with a prefix, in SQLite's order of bytes. */
const lastCharacter = '\u{10FFFF}'
const mostVariedLetters = 4

/** The text after all texts that start with `prefix`. */
export function endOfPrefix(prefix: string): string {
  return prefix + lastCharacter
}

/** A LIKE pattern: `%` and `_` in a filter's text are wildcards, as in the platform. */
export function likePattern(name: TextFunction, text: string): string {
  return `${anywhereBefore(name) ? '%' : ''}${text}${anywhereAfter(name) ? '%' : ''}`
}

/**
 * The same as a GLOB pattern, which knows `[a-c]` and `[^a]` and is exact, so that every letter
 * with two cases becomes a set of both.
 */
export function globPattern(name: TextFunction, text: string): string {
  const pattern = Array.from(tokens(text), globToken).join('')
  return `${anywhereBefore(name) ? '*' : ''}${pattern}${anywhereAfter(name) ? '*' : ''}`
}

function anywhereBefore(name: TextFunction): boolean {
  return name === 'contains' || name === 'endswith'
}

function anywhereAfter(name: TextFunction): boolean {
  return name === 'contains' || name === 'startswith'
}

/** Single characters, and bracketed sets as a whole. An unclosed bracket is a character. */
function* tokens(text: string): Generator<string> {
  let at = 0
  while (at < text.length) {
    const close = text[at] === '[' ? text.indexOf(']', at + 2) : -1
    const token =
      close > 0 ? text.slice(at, close + 1) : String.fromCodePoint(text.codePointAt(at) ?? 0)
    yield token
    at += token.length
  }
}

function globToken(token: string): string {
  if (token.length > 2 && token.startsWith('[')) return globSet(token.slice(1, -1))
  if (token === '%') return '*'
  if (token === '_') return '?'
  if (token === '*' || token === '?' || token === '[') return `[${token}]`
  const cases = bothCases(token)
  return cases.length > 1 ? `[${cases.join('')}]` : token
}

/** `a-c` -> `[a-cA-C]`, `^x` -> `[^xX]`. */
function globSet(set: string): string {
  const excluded = set.startsWith('^') && set.length > 1
  const members = excluded ? set.slice(1) : set
  const all = [...new Set([members, members.toLowerCase(), members.toUpperCase()])].join('')
  return `[${excluded ? '^' : ''}${all}]`
}

/**
 * Texts that equal `text` without regard to case once SQLite has folded the ASCII letters: the
 * other letters in either case. Beyond four of them only all-lower and all-upper.
 */
export function caseVariants(text: string): readonly string[] {
  if (isAscii(text)) return [text]
  const characters = Array.from(text)
  const varied = characters.filter((one) => !isAscii(one) && bothCases(one).length > 1)
  if (varied.length > mostVariedLetters) {
    return [...new Set([text, text.toLowerCase(), text.toUpperCase()])]
  }
  let variants = ['']
  for (const character of characters) {
    const cases = isAscii(character) ? [character] : bothCases(character)
    variants = variants.flatMap((start) => cases.map((one) => start + one))
  }
  return variants
}

/** A character in lower and upper case; only itself where that is more than one character. */
function bothCases(character: string): readonly string[] {
  const cases = [character, character.toLowerCase(), character.toUpperCase()]
  return [...new Set(cases)].filter((one) => Array.from(one).length === 1)
}
