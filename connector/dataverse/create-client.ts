import type { DataverseClient, DataverseClientOptions } from './client.js'

export function createDataverseClient(options: DataverseClientOptions): DataverseClient {
  throw new Error(`The client for ${options.url} is not built yet.`)
}
