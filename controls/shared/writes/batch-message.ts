/** One request within a `$batch`. */
export interface BatchRequest {
  readonly method: 'GET' | 'POST' | 'PATCH'
  /** From the root of the Web API: `accounts(...)`. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export interface BatchAnswer {
  readonly status: number
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>
  /** Parsed JSON; undefined where there is none. */
  readonly body: unknown
}

const lineEnd = '\r\n'

/** The body of a `$batch` that sends the requests in order, each on its own. */
export function batchBody(
  root: string,
  boundary: string,
  requests: readonly BatchRequest[],
): string {
  const parts = requests.map(({ method, path, headers = {}, body }) =>
    [
      `--${boundary}`,
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      '',
      `${method} ${root}${path} HTTP/1.1`,
      'Accept: application/json',
      ...(body === undefined ? [] : ['Content-Type: application/json']),
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      '',
      body === undefined ? '' : JSON.stringify(body),
    ].join(lineEnd),
  )
  return [...parts, `--${boundary}--`, ''].join(lineEnd)
}

/** The answers of a `$batch`, in the order of its requests. Throws where the text is none. */
export function readBatchAnswers(contentType: string, text: string): readonly BatchAnswer[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (boundary === undefined) throw new Error(`The answer of $batch is ${contentType}.`)
  return text
    .split(new RegExp(`(?:^|\\r?\\n)--${escaped(boundary)}(?:--)?[ \\t]*(?:\\r?\\n|$)`))
    .slice(1)
    .filter((part) => part.includes('HTTP/'))
    .map(readAnswer)
}

function readAnswer(part: string): BatchAnswer {
  const answer = part.slice(part.indexOf('HTTP/'))
  const blank = /\r?\n\r?\n/.exec(answer)
  const head = blank ? answer.slice(0, blank.index) : answer
  const body = blank ? answer.slice(blank.index + blank[0].length).trim() : ''
  const [statusLine = '', ...lines] = head.split(/\r?\n/)
  return {
    status: Number(statusLine.split(' ')[1]),
    headers: new Map(
      lines.map((line) => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]
      }),
    ),
    body: body === '' ? undefined : parsed(body),
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
