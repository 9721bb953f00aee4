import { present } from '../../http/present.js'

type Attributes = Readonly<Record<string, unknown>>

type Concept = 'entity' | 'activity' | 'agent'

export type Relation =
  | 'used'
  | 'wasGeneratedBy'
  | 'wasDerivedFrom'
  | 'wasAttributedTo'
  | 'wasAssociatedWith'
  | 'wasInvalidatedBy'
  | 'specializationOf'

/** Collects a document in PROV-JSON (W3C Member Submission, 24 April 2013). */
export class ProvDocument {
  readonly #prefix: Attributes
  readonly #concepts: Readonly<Record<Concept, Record<string, Attributes>>> = {
    entity: {},
    activity: {},
    agent: {},
  }
  readonly #relations = new Map<Relation, Record<string, Attributes>>()

  constructor(prefix: Readonly<Record<string, string>>) {
    this.#prefix = prefix
  }

  /** Adds a thing; attributes without a value are left out. Gives its name. */
  add(concept: Concept, name: string, attributes: Attributes): string {
    this.#concepts[concept][name] = present(attributes)
    return name
  }

  /** Says how two things stand to each other; nothing where one of them is missing. */
  relate(relation: Relation, [first, second]: Ends, more: Attributes = {}): void {
    if (Object.values({ ...first, ...second }).includes(undefined)) return
    const all = this.#relations.get(relation) ?? {}
    this.#relations.set(relation, all)
    all[`_:${relation}-${Object.keys(all).length + 1}`] = present({
      ...first,
      ...second,
      ...more,
    })
  }

  get json(): object {
    return { prefix: this.#prefix, ...this.#concepts, ...Object.fromEntries(this.#relations) }
  }
}

type End = Readonly<Record<string, string | undefined>>
type Ends = readonly [End, End?]

/** A name as the value of an attribute. */
export function qualified(name: string): object {
  return { $: name, type: 'prov:QUALIFIED_NAME' }
}

/** A text as the local part of a name: all but letters, digits, `_` and `-` in UTF-8, percent-encoded. */
export function localName(text: string): string {
  return text.replace(/[^\w-]+/g, (part) =>
    [...Buffer.from(part)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  )
}
