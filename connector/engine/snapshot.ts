import type { Configuration } from './contract.js'
import { sha256 } from './digest.js'

export interface Snapshot {
  /** JSON with sorted rows and properties: the same configuration gives the same text. */
  readonly text: string
  /** SHA-256 of the text in UTF-8, lower-case hex. */
  readonly hash: string
}

export function buildSnapshot({ policies, valueMaps }: Configuration): Snapshot {
  const text = JSON.stringify({
    policies: [...policies].sort(byId).map(sorted),
    valueMaps: [...valueMaps].sort(byId).map(sorted),
  })
  return { text, hash: sha256(text) }
}

/** The configuration that `buildSnapshot` wrote. Throws on any other text. */
export function readSnapshot(text: string): Configuration {
  const value: unknown = JSON.parse(text)
  if (!isConfiguration(value)) throw new Error('This text is no configuration snapshot.')
  return value
}

function isConfiguration(value: unknown): value is Configuration {
  return (
    typeof value === 'object' &&
    value !== null &&
    'policies' in value &&
    Array.isArray(value.policies) &&
    'valueMaps' in value &&
    Array.isArray(value.valueMaps)
  )
}

function sorted(row: object): object {
  return Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
