/**
 * Longest texts in characters. The published module does not state its lengths, so these are
 * assumptions, made once here.
 */
export const maxLength = {
  /** Primary names; Dataverse indexes at most 850 characters of a name. */
  name: 850,
  sourceSystemKey: 100,
  externalKey: 450,
  /** A table's or column's logical name. */
  logicalName: 128,
  guid: 36,
  codeList: 100,
  code: 200,
  label: 400,
  /** A value in a single-line column; longer ones go to a memo column. */
  value: 4_000,
  /** A sentence or two for a person. */
  message: 4_000,
  submissionKey: 450,
  /** SHA-256 in lower-case hex. */
  hash: 64,
  worker: 100,
  /** A list of table names separated by `;`. */
  tableList: 4_000,
} as const
