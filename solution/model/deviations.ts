import type { XmlElement } from './xml.js'

/** Where a part of a solution differs from what its kind usually has in the platform's files. */
export interface Deviations {
  /** The platform's child elements whose text differs, by the element's name. */
  readonly settings?: Readonly<Record<string, string>>
  /** Names of usual child elements that this one does not have. */
  readonly without?: readonly string[]
  /** Child elements that this model has no word for, as read. */
  readonly rest?: readonly XmlElement[]
}
