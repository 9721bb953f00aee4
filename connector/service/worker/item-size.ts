import type { SyncItem } from '../../engine/index.js'

/**
 * Characters of content that a chunk takes on before it ends early. A chunk of 4,000 usual items has
 * about 100,000; items may be a hundred times longer, and each is held several times while written.
 */
export const longestChunk = 2_000_000

/** Characters of what an item brings. */
export function sizeOf({ content }: SyncItem): number {
  switch (content.kind) {
    case 'field':
      return content.value?.length ?? 0
    case 'relationship':
      return content.relatedExternalKey?.length ?? 0
    case 'record': {
      let size = 0
      for (const value of Object.values(content.fields)) {
        size += typeof value === 'string' ? value.length : 0
      }
      return size
    }
    case 'invalid':
      return content.message.length
  }
}
