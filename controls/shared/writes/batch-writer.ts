import type { RowCreate, RowOutcome, RowUpdate, RowWriter } from '../row-writes.js'
import { batchBody, readBatchAnswers } from './batch-message.js'
import type { BatchAnswer, BatchRequest } from './batch-message.js'
import { isAsSeen, outcomeOf, refusalOf, selectOf } from './outcome.js'

/** The platform takes no more operations in one `$batch`. */
const largestBatch = 1_000
/** Answers by which a server says that it has no `$batch` here, and wrote nothing. */
const noBatchHere: ReadonlySet<number> = new Set([404, 405, 501])

/** There is no `$batch` at the address: nothing was written. */
export class NoBatchError extends Error {
  override readonly name = 'NoBatchError'
}

/**
 * Writes through `$batch`, every update with If-Match, so that the server itself refuses it when
 * somebody was faster. `root`: of the Web API, with a slash at the end, at the page's origin. Rejects
 * where there is no `$batch`, before anything is written.
 */
export function batchWriter(root: string): RowWriter {
  return {
    update: (updates) => inChunks(updates, (chunk) => updateChunk(root, chunk)),
    create: (creates) => inChunks(creates, (chunk) => createChunk(root, chunk)),
  }
}

async function inChunks<Write>(
  writes: readonly Write[],
  send: (chunk: readonly Write[]) => Promise<readonly RowOutcome[]>,
): Promise<readonly RowOutcome[]> {
  const outcomes: RowOutcome[] = []
  for (let start = 0; start < writes.length; start += largestBatch) {
    const chunk = writes.slice(start, start + largestBatch)
    try {
      outcomes.push(...(await send(chunk)))
    } catch (error) {
      if (error instanceof NoBatchError && start === 0) throw error
      outcomes.push(...chunk.map(() => refusalOf(error)))
    }
  }
  return outcomes
}

async function createChunk(
  root: string,
  creates: readonly RowCreate[],
): Promise<readonly RowOutcome[]> {
  const answers = await send(
    root,
    creates.map(({ entitySet, values }) => ({ method: 'POST', path: entitySet, body: values })),
  )
  return creates.map((_, index) => outcomeOf(answers[index]))
}

/** A row whose version is not known is read first, compared, and then changed in that version. */
async function updateChunk(
  root: string,
  updates: readonly RowUpdate[],
): Promise<readonly RowOutcome[]> {
  const outcomes: (RowOutcome | undefined)[] = updates.map(() => undefined)
  const etags = updates.map(({ seen }) => seen.etag)
  const unread = indexesWhere(etags, (etag) => etag === undefined)
  const read = await send(
    root,
    unread.map(({ value }) => ({ method: 'GET', path: pathOf(value) + selectOf(value) })),
  )
  unread.forEach(({ index, value }, place) => {
    const answer = read[place]
    const row = answer?.status === 200 ? (answer.body as Readonly<Record<string, unknown>>) : null
    if (!row) outcomes[index] = outcomeOf(answer)
    else if (!isAsSeen(value, row)) outcomes[index] = { outcome: 'overtaken' }
    else etags[index] = String(row['@odata.etag'])
  })
  const current = indexesWhere(outcomes, (outcome) => outcome === undefined)
  const written = await send(
    root,
    current.map(({ index, value }) => ({
      method: 'PATCH',
      path: pathOf(value),
      headers: { 'If-Match': etags[index] ?? '*' },
      body: value.changes,
    })),
  )
  current.forEach(({ index, value }, place) => {
    outcomes[index] = outcomeOf(written[place], value.id)
  })
  return outcomes.map((outcome) => outcome ?? outcomeOf(undefined))

  function indexesWhere<Value>(list: readonly Value[], holds: (value: Value) => boolean) {
    return updates.flatMap((value, index) =>
      holds(list[index] as Value) ? [{ index, value }] : [],
    )
  }
}

const pathOf = ({ entitySet, id }: RowUpdate) => `${entitySet}(${id})`

async function send(
  root: string,
  requests: readonly BatchRequest[],
): Promise<readonly BatchAnswer[]> {
  if (requests.length === 0) return []
  // A value could only end its part early if it held this text; it cannot be foreseen.
  const boundary = `batch_${Math.random().toString(36).slice(2)}${Date.now().toString(36)}`
  const response = await fetch(`${root}$batch`, {
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'Content-Type': `multipart/mixed;boundary=${boundary}`,
      Prefer: 'odata.continue-on-error',
      'OData-Version': '4.0',
      'OData-MaxVersion': '4.0',
    },
    body: batchBody(new URL(root, location.href).pathname, boundary, requests),
  })
  const text = await response.text()
  if (noBatchHere.has(response.status)) throw new NoBatchError(`${response.status} ${text}`)
  const contentType = response.headers.get('Content-Type') ?? ''
  // Refused as a whole (throttled, signed out): the same answer holds for every request.
  if (!contentType.includes('multipart/')) {
    const answer = { status: response.status, headers: new Map(), body: jsonOf(text) }
    return requests.map(() => answer)
  }
  return readBatchAnswers(contentType, text)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
