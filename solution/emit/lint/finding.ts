/** One broken rule at one place of a package. */
export interface Finding {
  /** Id of the rule in the registry, for example `V3`. */
  readonly rule: string
  readonly level: 'error' | 'warning'
  /** Path in the zip or the unpacked folder, with `/`. */
  readonly file: string
  /** The element, from the component down: `Entity govcdm_Thing > attribute govcdm_Name`. */
  readonly element: string
  /** Line of the element in the file, where the parser knows it. */
  readonly line?: number
  /** What is wrong with which value, and what was expected. */
  readonly message: string
}
