import { RequestLimitError } from './errors.js'
import type { AnyOperation } from './operation.js'

/** Operations that the platform takes in one `$batch`, those of change sets included. */
export const maxOperationsPerBatch = 1_000

/** Characters of a GET address inside a `$batch`. */
export const maxUrlLengthInBatch = 32_768

/** Addresses longer than this are sent inside a `$batch`: servers and proxies refuse them outside. */
export const maxUrlLength = 6_000

/** Rows that the platform recommends for one bulk message. */
export const maxRowsPerBulk = 1_000

export function operationsIn(operation: AnyOperation): number {
  return operation.kind === 'changeSet' ? operation.operations.length : 1
}

/** Throws a RequestLimitError for what the platform would refuse for its size or shape. */
export function assertWithinLimits(operations: readonly AnyOperation[]): void {
  const count = operations.reduce((sum, operation) => sum + operationsIn(operation), 0)
  if (count > maxOperationsPerBatch) {
    throw new RequestLimitError(
      `A batch takes at most ${maxOperationsPerBatch} operations, not ${count}. Divide it.`,
    )
  }
  for (const operation of operations) {
    if (operation.kind === 'changeSet') assertWritesOnly(operation.operations.map((o) => o.method))
    else if (operation.path.length > maxUrlLengthInBatch) {
      throw new RequestLimitError(
        `An address takes at most ${maxUrlLengthInBatch} characters, not ` +
          `${operation.path.length}: ${operation.path.slice(0, 100)}... Ask for fewer values.`,
      )
    }
  }
}

function assertWritesOnly(methods: readonly string[]): void {
  if (methods.length === 0) throw new RequestLimitError('A change set without operations.')
  if (methods.includes('GET')) throw new RequestLimitError('A change set takes no GET.')
}
