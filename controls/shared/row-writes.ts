/** A change that a person asks for, of one row. */
export interface RowUpdate {
  /** Logical name of the table, and the name of its set in addresses. */
  readonly table: string
  readonly entitySet: string
  readonly id: string
  /** Columns to write, by logical name (lookups as `name@odata.bind`). */
  readonly changes: Readonly<Record<string, unknown>>
  /**
   * What the person saw: the row's ETag where it is known, else the columns that must still have
   * these values for the change to be made.
   */
  readonly seen: { readonly etag?: string; readonly values: Readonly<Record<string, unknown>> }
}

export interface RowCreate {
  readonly table: string
  readonly entitySet: string
  readonly values: Readonly<Record<string, unknown>>
}

/** What became of one write; `refused` says why in the platform's words. */
export type RowOutcome =
  | { readonly outcome: 'done'; readonly id: string }
  /** Somebody else changed the row first; nothing was written. */
  | { readonly outcome: 'overtaken' }
  | { readonly outcome: 'refused'; readonly message: string }

/** Writes rows as the signed-in user; an outcome for each, in the order given. Never rejects. */
export interface RowWriter {
  readonly update: (updates: readonly RowUpdate[]) => Promise<readonly RowOutcome[]>
  readonly create: (creates: readonly RowCreate[]) => Promise<readonly RowOutcome[]>
}
