import { childOf, childrenOf, element } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'

/** The lists below the root of customizations.xml, and what of them found no word in the model. */
export class PackageLists {
  readonly #others = new Map<string, readonly XmlElement[]>()

  constructor(readonly root: XmlElement) {
    for (const { name, children } of root.children) this.#others.set(name, children)
  }

  /** The entries of a list; `keep` are those of them that go to the rest. */
  take(name: string, keep: readonly XmlElement[] = []): readonly XmlElement[] {
    this.#others.set(name, keep)
    const kept = new Set(keep)
    return childrenOf(childOf(this.root, name)).filter((entry) => !kept.has(entry))
  }

  all(name: string): readonly XmlElement[] {
    return childrenOf(childOf(this.root, name))
  }

  rest(): readonly XmlElement[] {
    return [...this.#others].flatMap(([name, entries]) =>
      entries.length > 0 ? element(name, {}, entries) : [],
    )
  }
}
