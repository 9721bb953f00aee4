import type { RowWriter } from '../row-writes.js'
import { NoBatchError, batchWriter } from './batch-writer.js'
import { webApiWriter } from './web-api-writer.js'

const webApiPath = '/api/data/v9.2/'

/** What the platform has beside the public types of a context. */
interface Page {
  readonly page?: { readonly getClientUrl?: () => string }
}

/**
 * Writes rows as the signed-in user: through the Web API's `$batch` with If-Match where the page
 * names the organization's address at its own origin, else (canvas apps, a server without `$batch`)
 * through `context.webAPI` with a comparison before each write.
 */
export function rowWriterOf(context: { readonly webAPI: ComponentFramework.WebApi }): RowWriter {
  const slow = webApiWriter(context.webAPI)
  const root = webApiRoot(context as Page)
  if (root === undefined) return slow
  const fast = batchWriter(root)
  return {
    update: (updates) => fast.update(updates).catch(onlyWithoutBatch(() => slow.update(updates))),
    create: (creates) => fast.create(creates).catch(onlyWithoutBatch(() => slow.create(creates))),
  }
}

function webApiRoot({ page }: Page): string | undefined {
  const clientUrl = page?.getClientUrl?.()
  if (clientUrl === undefined) return undefined
  const root = new URL(clientUrl.replace(/\/$/, '') + webApiPath, location.href)
  return root.origin === location.origin ? root.href : undefined
}

function onlyWithoutBatch<Outcomes>(write: () => Promise<Outcomes>) {
  return (error: unknown): Promise<Outcomes> => {
    if (error instanceof NoBatchError) return write()
    throw error
  }
}
