import { payloadId } from '../engine/ids.js'

/** A part of a job that was posted in several requests. */
export interface PayloadPart {
  /** From 1; the parts' items follow each other in this order. */
  readonly partNumber: number
  /** How many payload rows hold it. */
  readonly rows: number
  readonly items: number
  /** Of its content, to recognise a repetition. */
  readonly hash: string
}

/** What tells where a job's items are. */
export interface PayloadHolder {
  readonly id: string
  readonly payload: string | null
  readonly payloadParts: number | null
}

/** No base64 begins like this. */
const mark = 'parts:'

/** What a job's Payload column holds where its items came in parts. */
export function writeLayout(parts: readonly PayloadPart[]): string {
  const inOrder = [...parts].sort((a, b) => a.partNumber - b.partNumber)
  return mark + JSON.stringify(inOrder.map((part) => Object.values(fieldsOf(part))))
}

function fieldsOf({ partNumber, rows, items, hash }: PayloadPart) {
  return { partNumber, rows, items, hash }
}

/** The parts in their order; null where the items came in one request. */
export function readLayout(payload: string | null): readonly PayloadPart[] | null {
  if (payload === null || !payload.startsWith(mark)) return null
  const parts = JSON.parse(payload.slice(mark.length)) as readonly [
    number,
    number,
    number,
    string,
  ][]
  return parts.map(([partNumber, rows, items, hash]) => ({ partNumber, rows, items, hash }))
}

/** The id of a payload row of a part. */
export function partRowId(jobId: string, partNumber: number, row: number): string {
  return payloadId(`items of part ${String(partNumber)}`, jobId, row)
}

/** The ids of a job's payload rows in their order; none where its own row holds the items. */
export function payloadRowIds({ id, payload, payloadParts }: PayloadHolder): readonly string[] {
  const layout = readLayout(payload)
  if (!layout) return counted(payloadParts ?? 0, (row) => payloadId('items', id, row))
  return layout.flatMap(({ partNumber, rows }) =>
    counted(rows, (row) => partRowId(id, partNumber, row)),
  )
}

function counted(count: number, idOf: (row: number) => string): string[] {
  return Array.from({ length: count }, (_, row) => idOf(row))
}
