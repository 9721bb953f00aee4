/** One row of the value map table. */
export interface Mapping {
  /** The row's id; empty ids are not known to Dataverse. */
  readonly id: string
  readonly codeList: string
  /** Source System Key; empty: the mapping holds for any source. */
  readonly system: string
  readonly sourceCode: string
  readonly sourceLabel: string
  readonly canonicalCode: string
  readonly canonicalLabel: string
  /** 0 to 1; null means 1. */
  readonly confidence: number | null
}

/** The column of mappings that hold for any source. */
export const anySystem = ''

/** How sure the mapping is: what is not said is certain. */
export function confidenceOf({ confidence }: Mapping): number {
  return confidence ?? 1
}
