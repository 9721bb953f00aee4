/** A record that a lookup names. */
export interface RecordReference {
  /** Logical name. */
  readonly table: string
  readonly id: string
  readonly name: string
}

/** A lookup's value as the text that drafts hold: `table/id/name`. */
export const referenceText = ({ table, id, name }: RecordReference): string =>
  `${table}/${id}/${name}`

/** The record that a lookup's text names; undefined where it names none. */
export function readReference(text: string): RecordReference | undefined {
  const [, table, id, name] = /^(\w+)\/([0-9a-fA-F-]{36})\/(.*)$/s.exec(text) ?? []
  if (table === undefined || id === undefined || name === undefined) return undefined
  return { table, id, name }
}

/** What somebody typed into a lookup and has not chosen a record for. */
export const unresolvedText = (typed: string): string => (typed === '' ? '' : `?${typed}`)

/** The typed part of a lookup's text. */
export const typedText = (text: string): string => (text.startsWith('?') ? text.slice(1) : '')
