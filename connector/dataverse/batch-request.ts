import { randomUUID } from 'node:crypto'

import { jsonOf } from './operation.js'
import type { AnyOperation, Operation } from './operation.js'

export interface BatchBody {
  readonly contentType: string
  readonly body: Buffer
}

const lineBreak = '\r\n'

/** The `$batch` body of operations in order. `rootPath`: path of the Web API's root, `/api/data/v9.2/`. */
export function batchBody(operations: readonly AnyOperation[], rootPath: string): BatchBody {
  const boundary = `batch_${randomUUID()}`
  const lines: string[] = []
  let contentId = 0
  for (const operation of operations) {
    lines.push(`--${boundary}`)
    if (operation.kind === 'request') {
      addRequest(lines, operation, rootPath)
      continue
    }
    const inner = `changeset_${randomUUID()}`
    lines.push(`Content-Type: multipart/mixed; boundary=${inner}`, '')
    for (const write of operation.operations) {
      contentId++
      lines.push(`--${inner}`)
      addRequest(lines, write, rootPath, contentId)
    }
    lines.push(`--${inner}--`)
  }
  lines.push(`--${boundary}--`, '')
  return {
    contentType: `multipart/mixed; boundary=${boundary}`,
    body: Buffer.from(lines.join(lineBreak)),
  }
}

function addRequest(
  lines: string[],
  { method, path, headers, body }: Operation<unknown>,
  rootPath: string,
  contentId?: number,
): void {
  lines.push('Content-Type: application/http', 'Content-Transfer-Encoding: binary')
  if (contentId !== undefined) lines.push(`Content-ID: ${contentId}`)
  lines.push('', `${method} ${oneLine(rootPath + path)} HTTP/1.1`, 'Accept: application/json')
  for (const name in headers) lines.push(`${name}: ${oneLine(headers[name] ?? '')}`)
  if (body !== undefined) lines.push('Content-Type: application/json; charset=utf-8')
  lines.push('', body === undefined ? '' : jsonOf(body))
}

/** Throws for a line break, which would end a header early and start another. */
function oneLine(text: string): string {
  if (/[\r\n\0]/.test(text)) throw new TypeError('A path or header holds a line break.')
  return text
}
