import fc from 'fast-check'

import { lintPackage } from '../../../../solution/emit/lint/index.js'
import type { XmlElement } from '../../../../solution/model/xml.js'
import { descendants } from '../../../../solution/model/xml.js'
import { packageOf, validFiles } from './valid/package.js'

type Change = (element: XmlElement, word: string) => XmlElement | undefined

const changes: Readonly<Record<string, Change>> = {
  removed: () => undefined,
  renamed: (element, word) => ({ ...element, name: word }),
  emptied: (element) => ({ ...element, children: [] }),
  reworded: (element, text) => ({ ...element, children: [], text }),
  'without attributes': (element) => ({ ...element, attributes: {} }),
  'with other attributes': (element, word) => ({
    ...element,
    attributes: Object.fromEntries(Object.keys(element.attributes).map((name) => [name, word])),
  }),
  doubled: (element) => ({ ...element, children: [...element.children, ...element.children] }),
}

const mutations = fc.array(
  fc.record({
    at: fc.nat(),
    change: fc.constantFrom(...Object.keys(changes)),
    word: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'name', '{}')),
  }),
  { minLength: 1, maxLength: 12 },
)

/** Changes the element that is `at` in document order, modulo their number. The root stays. */
function mutate(root: XmlElement, at: number, change: Change, word: string): XmlElement {
  const all = [...descendants(root)]
  const target = all[1 + (at % (all.length - 1))]
  const visit = (element: XmlElement): XmlElement | undefined => {
    if (element === target) return change(element, word)
    const children = element.children.map(visit)
    return { ...element, children: children.filter((child) => child !== undefined) }
  }
  return visit(root) ?? root
}

describe('Linting a tree that was changed at random', () => {
  const valid = packageOf(validFiles)
  const word = (text: unknown) => typeof text === 'string' && text !== ''

  for (const part of ['customizations', 'solution'] as const) {
    it(`never throws, whatever ${part}.xml holds, and every finding is whole`, () => {
      fc.assert(
        fc.property(mutations, (list) => {
          let root = valid[part]
          for (const { at, change, word: text } of list) {
            root = mutate(root, at, changes[change] ?? (() => undefined), text)
          }
          for (const finding of lintPackage({ ...valid, [part]: root })) {
            const { rule, level, file, element, message } = finding
            expect([rule, level, file, element, message].every(word)).toBeTrue()
          }
        }),
        { numRuns: 60 },
      )
    })
  }
})
