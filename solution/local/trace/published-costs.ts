/**
 * Server time of one row, in seconds, as measured and published for standard tables
 * (Gaszewski 2023, 1,000 rows: single creates 141.9 s, single updates 149.1 s, CreateMultiple
 * 11.0 s, UpdateMultiple 19.4 s). Nobody published the others; our assumptions: UpsertMultiple
 * costs as UpdateMultiple, a delete as a single update, a row read 2 ms.
 */
export const secondsPerRow = {
  create: 0.1419,
  update: 0.1491,
  delete: 0.1491,
  CreateMultiple: 0.011,
  UpdateMultiple: 0.0194,
  UpsertMultiple: 0.0194,
  read: 0.002,
} as const

export type CostedWork = keyof typeof secondsPerRow

/**
 * What a single write costs inside a `$batch`, as a share of one sent by itself. Microsoft's
 * PowerApps-Samples print, for 100 rows: single creates 10 s, single updates 12 s, and 4 s for
 * either in one ExecuteMultiple, which a `$batch` is to the platform. A delete counts as an update.
 */
const shareInBatch: Readonly<Partial<Record<CostedWork, number>>> = {
  create: 4 / 10,
  update: 4 / 12,
  delete: 4 / 12,
}

/** Server time of writing one row, in seconds. */
export function writeSeconds(work: CostedWork, inBatch: boolean): number {
  return secondsPerRow[work] * (inBatch ? (shareInBatch[work] ?? 1) : 1)
}
