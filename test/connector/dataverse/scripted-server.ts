import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** How one request is answered; requests beyond the script get the last step. */
export type Step = (
  response: ServerResponse,
  request: ReceivedRequest,
  raw: IncomingMessage,
) => void | Promise<void>

export interface ScriptedServer {
  readonly url: string
  readonly requests: readonly ReceivedRequest[]
  readonly close: () => Promise<void>
}

/** An HTTP server that answers its first request by the first step, its second by the second ... */
export async function startScriptedServer(steps: readonly Step[]): Promise<ScriptedServer> {
  const requests: ReceivedRequest[] = []
  const server = createServer((raw, response) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of raw) chunks.push(chunk as Buffer)
      const request = {
        method: raw.method ?? '',
        path: raw.url ?? '',
        headers: raw.headers,
        body: Buffer.concat(chunks),
      }
      requests.push(request)
      const step = steps[Math.min(requests.length, steps.length) - 1]
      await step?.(response, request, raw)
    })().catch(() => raw.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A JSON answer. */
export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Step {
  return (response) => {
    response.writeHead(status, {
      'content-type': 'application/json; odata.metadata=minimal',
      ...headers,
    })
    response.end(JSON.stringify(body))
  }
}

export function empty(status: number, headers: Readonly<Record<string, string>> = {}): Step {
  return (response) => {
    response.writeHead(status, headers)
    response.end()
  }
}

/** The platform's error envelope. */
export function failure(
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): Step {
  return json(status, { error: { code, message: `Refused with ${code}.` } }, headers)
}

/** Takes the request and closes the connection without a word. */
export const hangUp: Step = (response) => {
  response.socket?.destroy()
}

/** Promises more than it sends, then closes the connection. */
export const halfAnAnswer: Step = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"value":[', () => response.socket?.destroy())
}

export const neverAnswer: Step = () => undefined

/** One part of a `$batch` answer. */
export interface PartScript {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type BatchScript = readonly (PartScript | { readonly changeSet: readonly PartScript[] })[]

/** A `$batch` answer, in the platform's form. */
export function batchAnswer(parts: BatchScript, status = 200): Step {
  return (response) => {
    response.writeHead(status, { 'content-type': 'multipart/mixed; boundary=batchresponse_1' })
    response.end(batchAnswerText(parts))
  }
}

export function batchAnswerText(parts: BatchScript): string {
  const texts = parts.map((part) => {
    if (!('changeSet' in part)) return `--batchresponse_1\r\n${partText(part)}`
    const inner = part.changeSet.map(
      (answer, index) => `--changesetresponse_2\r\nContent-ID: ${index + 1}\r\n${partText(answer)}`,
    )
    return (
      '--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_2\r\n\r\n' +
      `${inner.join('')}--changesetresponse_2--\r\n`
    )
  })
  return `${texts.join('')}--batchresponse_1--\r\n`
}

function partText({ status, body, headers = {} }: PartScript): string {
  const json = body === undefined ? [] : ['Content-Type: application/json; odata.metadata=minimal']
  const lines = [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    '',
    `HTTP/1.1 ${status} Whatever`,
    ...json,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body === undefined ? '' : JSON.stringify(body),
    '',
  ]
  return lines.join('\r\n')
}
