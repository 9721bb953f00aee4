/** One operation of a batch, as text is made of it. */
export interface BatchPart {
  readonly method: string
  readonly url: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly contentId?: string
}

export type BatchItem = BatchPart | readonly BatchPart[]

/** The body of a batch; a list is a change set. */
export function batchBody(items: readonly BatchItem[], lineBreak = '\r\n'): string {
  const lines: string[] = []
  for (const item of items) {
    lines.push('--batch')
    if (isPart(item)) lines.push(...partLines(item))
    else {
      lines.push('Content-Type: multipart/mixed; boundary="set"', '')
      for (const part of item) lines.push('--set', ...partLines(part))
      lines.push('--set--', '')
    }
  }
  return [...lines, '--batch--', ''].join(lineBreak)
}

export const batchHeaders = { 'Content-Type': 'multipart/mixed; boundary=batch' }

function isPart(item: BatchItem): item is BatchPart {
  return !Array.isArray(item)
}

function partLines({ method, url, body, headers = {}, contentId }: BatchPart): readonly string[] {
  return [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(contentId === undefined ? [] : [`Content-ID: ${contentId}`]),
    '',
    `${method} ${url} HTTP/1.1`,
    'Content-Type: application/json',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body === undefined ? '' : JSON.stringify(body),
  ]
}

/** Statuses of the answers in a batch's answer, in order. */
export function statusesIn(text: string): readonly number[] {
  return [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map((match) => Number(match[1]))
}

/** Error codes in a batch's answer, in order. */
export function codesIn(text: string): readonly string[] {
  return [...text.matchAll(/"code":"(0x[0-9a-f]+)"/g)].map((match) => match[1] ?? '')
}
