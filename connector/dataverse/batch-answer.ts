import { parseAnswer } from './answer.js'
import { ProtocolError } from './errors.js'
import { boundaryOf, parseHttpMessage, parseParts } from './multipart.js'
import type { Part } from './multipart.js'
import type { Answer } from './operation.js'

/** The answers to one operation of a batch: one, or one for each part of a change set. */
export type PartAnswer =
  | { readonly kind: 'request'; readonly answer: Answer }
  | { readonly kind: 'changeSet'; readonly answers: readonly Answer[] }

/** The answers of a `$batch`, in order. A change set that failed is answered by one error. */
export function parseBatchAnswer(body: Buffer, boundary: string): readonly PartAnswer[] {
  return parseParts(body, boundary).map((part) => {
    const inner = boundaryOf(part.headers['content-type'])
    if (inner === undefined) return { kind: 'request', answer: httpAnswer(part) }
    return { kind: 'changeSet', answers: inOrder(parseParts(part.content, inner)) }
  })
}

/** Parts of a change set name the request they answer by its Content-ID, a running number. */
function inOrder(parts: readonly Part[]): readonly Answer[] {
  return parts
    .map((part) => {
      const answer = httpAnswer(part)
      return { answer, id: Number(part.headers['content-id'] ?? answer.headers['content-id']) }
    })
    .sort((a, b) => (Number.isNaN(a.id) || Number.isNaN(b.id) ? 0 : a.id - b.id))
    .map(({ answer }) => answer)
}

function httpAnswer(part: Part): Answer {
  const { firstLine, headers, content } = parseHttpMessage(part.content)
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})\b/.exec(firstLine)?.[1]
  if (status === undefined) {
    throw new ProtocolError(`A part of a batch's answer begins with ${JSON.stringify(firstLine)}.`)
  }
  return parseAnswer({ status: Number(status), headers, body: content })
}
