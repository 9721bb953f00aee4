import type { AnyOperation, Operation } from './operation.js'

/** Operations that go out together, or a bulk action by itself. */
export type Segment =
  | { readonly kind: 'batch'; readonly operations: readonly AnyOperation[] }
  | { readonly kind: 'bulk'; readonly operations: readonly [Operation<unknown>] }

/** Divides a batch so that its bulk actions stand alone, everything in the same order. */
export function segmentsOf(operations: readonly AnyOperation[]): readonly Segment[] {
  const segments: Segment[] = []
  let batch: AnyOperation[] = []
  for (const operation of operations) {
    if (operation.kind === 'changeSet' || !operation.bulk) {
      batch.push(operation)
      continue
    }
    if (batch.length > 0) segments.push({ kind: 'batch', operations: batch })
    batch = []
    segments.push({ kind: 'bulk', operations: [operation] })
  }
  if (batch.length > 0) segments.push({ kind: 'batch', operations: batch })
  return segments
}
