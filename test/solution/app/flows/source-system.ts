import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SourceSystem {
  readonly address: string
  /** What was posted to it, with the key that tells repetitions. */
  readonly posted: readonly { readonly key: unknown; readonly body: unknown }[]
  /** What it answers from now on. (Default: 200) */
  status: number
  readonly close: () => Promise<void>
}

/** A system beside Dataverse: gives one file, and takes what is posted. */
export async function startSourceSystem(file: unknown): Promise<SourceSystem> {
  const posted: { readonly key: unknown; readonly body: unknown }[] = []
  const state = { status: 200 }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      if (request.method === 'POST') {
        posted.push({ key: request.headers['idempotency-key'], body: JSON.parse(text) as unknown })
      }
      response.writeHead(state.status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(request.method === 'GET' ? file : {}))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return Object.assign(state, {
    address: `http://127.0.0.1:${port}/changes`,
    posted,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => {
          closed()
        })
        server.closeAllConnections()
      }),
  })
}
