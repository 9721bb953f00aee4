import { createServer, request } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * Stands between a client and a Web API and cuts the connection at a chosen write, as a process that
 * is killed would: the writes before it are carried out, it and all that follow are not, and the
 * client gets no answer. The operations of a `$batch` count one by one, a change set as one.
 */
export interface CuttingProxy {
  readonly origin: string
  /** Writes carried out so far. */
  readonly writes: () => number
  /** Lets through so many more writes, then goes dead; `Infinity` never cuts. */
  readonly cutAfter: (writes: number) => void
  /** Carries the next so many requests that write out and lets their answers get lost. */
  readonly loseAnswers: (requests: number) => void
  /** Runs before the next request that writes is carried out; once. */
  readonly beforeNextWrite: (act: () => Promise<void>) => void
  readonly isDead: () => boolean
  readonly revive: () => void
  readonly close: () => Promise<void>
}

export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  let writes = 0
  let left = Infinity
  let dead = false
  let answersToLose = 0
  let before: (() => Promise<void>) | null = null

  async function relay(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await bodyOf(incoming)
    if (dead) {
      drop(incoming)
      return
    }
    const { kept, count } = withinAllowance(incoming, body, left)
    const cut = count > left
    if (cut) dead = true
    const carriedOut = Math.min(count, left)
    writes += carriedOut
    left -= carriedOut
    if (cut && carriedOut === 0) {
      drop(incoming)
      return
    }
    if (count > 0 && before) {
      const act = before
      before = null
      await act()
    }
    const answer = await forward(target, incoming, kept)
    if (count > 0 && answersToLose > 0) {
      answersToLose -= 1
      drop(incoming)
      return
    }
    // Another request may have found the cut while this one was under way.
    if (cut || isGone()) {
      drop(incoming)
      return
    }
    outgoing.writeHead(answer.status, answer.headers)
    outgoing.end(answer.body)
  }

  function isGone(): boolean {
    return dead
  }

  const server = createServer((incoming, outgoing) => {
    relay(incoming, outgoing).catch(() => {
      drop(incoming)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    writes: () => writes,
    cutAfter: (allowed) => {
      left = allowed
    },
    loseAnswers: (requests) => {
      answersToLose = requests
    },
    beforeNextWrite: (act) => {
      before = act
    },
    isDead: () => dead,
    revive: () => {
      dead = false
      left = Infinity
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      }),
  }
}

function drop(incoming: IncomingMessage): void {
  incoming.socket.destroy()
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** The body without the operations beyond the allowance, and how many writes it holds in all. */
function withinAllowance(
  { method, headers }: IncomingMessage,
  body: Buffer,
  allowance: number,
): { readonly kept: Buffer; readonly count: number } {
  if (method === 'GET') return { kept: body, count: 0 }
  const boundary = /multipart\/mixed;\s*boundary="?([^";]+)/i.exec(
    headers['content-type'] ?? '',
  )?.[1]
  if (boundary === undefined) return { kept: body, count: 1 }
  const delimiter = `--${boundary}`
  const parts = body.toString('latin1').split(delimiter).slice(1, -1)
  const kept: string[] = []
  let count = 0
  for (const part of parts) {
    if (!/\r?\n\r?\nGET /.test(part)) count += 1
    if (count <= allowance) kept.push(part)
  }
  const text = [...kept.map((part) => delimiter + part), `${delimiter}--\r\n`].join('')
  return { kept: Buffer.from(text, 'latin1'), count }
}

interface ForwardedAnswer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

function forward(
  target: string,
  incoming: IncomingMessage,
  body: Buffer,
): Promise<ForwardedAnswer> {
  return new Promise((resolve, reject) => {
    const { 'transfer-encoding': _, ...headers } = incoming.headers
    const outgoing = request(
      new URL(incoming.url ?? '/', target),
      {
        method: incoming.method ?? 'GET',
        headers: { ...headers, 'content-length': String(body.length) },
      },
      (answer) => {
        bodyOf(answer).then((received) => {
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: received })
        }, reject)
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
