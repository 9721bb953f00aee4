import { STATUS_CODES } from 'node:http'

import type { OperationResponse } from '../operation.js'

/** The answer to one operation of a batch. */
export interface PartResponse {
  readonly contentId: string | undefined
  readonly response: OperationResponse
}

/** One answer of its own, or those of a change set that was committed. */
export type ItemResponse =
  | { readonly kind: 'single'; readonly part: PartResponse }
  | { readonly kind: 'changeSet'; readonly parts: readonly PartResponse[] }

/** The multipart body that answers a batch; `id` makes its boundaries. */
export function composeBatch(items: readonly ItemResponse[], id: string): OperationResponse {
  const boundary = `batchresponse_${id}`
  const lines: string[] = []
  items.forEach((item, at) => {
    lines.push(`--${boundary}`)
    if (item.kind === 'single') appendPart(lines, item.part)
    else appendChangeSet(lines, item.parts, `changesetresponse_${id}_${at + 1}`)
  })
  lines.push(`--${boundary}--`, '')
  return {
    status: 200,
    headers: {
      'Content-Type': `multipart/mixed; boundary=${boundary}`,
      'OData-Version': '4.0',
    },
    body: lines.join('\r\n'),
  }
}

function appendChangeSet(lines: string[], parts: readonly PartResponse[], boundary: string): void {
  lines.push(`Content-Type: multipart/mixed; boundary=${boundary}`, '')
  for (const part of parts) {
    lines.push(`--${boundary}`)
    appendPart(lines, part)
  }
  lines.push(`--${boundary}--`, '')
}

function appendPart(lines: string[], { contentId, response }: PartResponse): void {
  const { status, headers, body } = response
  lines.push('Content-Type: application/http', 'Content-Transfer-Encoding: binary')
  if (contentId !== undefined) lines.push(`Content-ID: ${contentId}`)
  lines.push('', `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`)
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
  lines.push('', body ?? '')
}
