import { encodedLength } from './encoded-length.js'

/** Characters of an address that one list of texts may take: a quarter of what a batch's GET takes. */
const longestList = 8_000

/**
 * Texts divided so that each part fits into one condition of a query. Names, codes and keys may be
 * written in any script, and an address spells most characters with several of its own.
 */
export function textChunks(texts: readonly string[]): readonly (readonly string[])[] {
  const chunks: string[][] = []
  let room = 0
  for (const text of texts) {
    const length = encodedLength(text)
    if (length > room || chunks.length === 0) {
      chunks.push([])
      room = longestList
    }
    chunks.at(-1)?.push(text)
    room -= length
  }
  return chunks
}
