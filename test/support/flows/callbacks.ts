import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Json } from './connector/definition.js'

type Deliver = (body: Json, headers: Readonly<Record<string, unknown>>) => void

/** Where webhooks are delivered to: each address is secret, and answers 202 as long as it is open. */
export interface Callbacks {
  readonly open: (deliver: Deliver) => { readonly url: string; readonly close: () => void }
  readonly close: () => Promise<void>
}

/** Listens on this machine, as the platform does on its hosts. */
export async function startCallbacks(): Promise<Callbacks> {
  const open = new Map<string, Deliver>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const deliver = open.get(request.url ?? '')
      if (deliver) {
        deliver(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Json, request.headers)
      }
      response.writeHead(deliver ? 202 : 404).end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    open: (deliver) => {
      const path = `/workflows/${randomUUID()}/triggers/manual/run?sig=${randomUUID()}`
      open.set(path, deliver)
      return { url: `http://127.0.0.1:${port}${path}`, close: () => open.delete(path) }
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed()
        })
        server.closeAllConnections()
      }),
  }
}
