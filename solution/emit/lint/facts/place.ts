import type { SolutionPackage } from '../../../read/package/index.js'
import type { XmlElement } from '../../../model/xml.js'

/** Where something stands: the file, the element from its component down, the line if known. */
export interface Place {
  readonly file: string
  readonly element: string
  readonly line?: number
}

/** The place of a component, or of the file itself, at the top of its file. */
export function placeAt(file: string, element: string, node?: XmlElement): Place {
  return placeOn(node?.line, { file, element })
}

/** The place of an element below another place. */
export function within(outer: Place, element: string, node?: XmlElement): Place {
  const { file, line } = outer
  return placeOn(node?.line ?? line, { file, element: `${outer.element} > ${element}` })
}

function placeOn(line: number | undefined, place: Omit<Place, 'line'>): Place {
  return line === undefined ? place : { ...place, line }
}

/** Finds the file of the unpacked folder that a part of the merged tree was read from. */
export interface Files {
  readonly solution: string
  readonly customizations: string
  /** The file whose path has these parts at its end, in any letter case; else `customizations`. */
  readonly ending: (...ends: readonly string[]) => string
}

export function filesOf(source: SolutionPackage): Files {
  if (source.kind === 'zip') {
    const customizations = 'customizations.xml'
    return { solution: 'solution.xml', customizations, ending: () => customizations }
  }
  const customizations = 'Other/Customizations.xml'
  const paths = new Map(
    [...(source.unpacked ?? source.files).keys()].map((path) => [path.toLowerCase(), path]),
  )
  const find = (end: string): string | undefined => {
    const wanted = end.toLowerCase()
    const exact = paths.get(wanted)
    if (exact !== undefined || !wanted.startsWith('/')) return exact
    for (const [lower, path] of paths) if (lower.endsWith(wanted)) return path
    return undefined
  }
  return {
    solution: 'Other/Solution.xml',
    customizations,
    ending: (...ends) => {
      for (const end of ends) {
        const path = find(end)
        if (path !== undefined) return path
      }
      return customizations
    },
  }
}
