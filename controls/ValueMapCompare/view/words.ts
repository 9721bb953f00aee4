import type { Strings } from '../../shared/strings.js'
import { anySystem, confidenceOf } from '../model/mapping.js'
import type { Mapping } from '../model/mapping.js'
import type { Mark } from '../model/matrix.js'
import type { Pair, PairKind } from '../model/pair.js'
import type { Numbers } from './props.js'

/** No cell needs more than this in sight, however long the value is. */
const shownLength = 200

/** The beginning of a text, as much as fits anywhere. */
export function clipped(text: string): string {
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text
}

export function systemName(strings: Strings, system: string): string {
  return system === anySystem ? strings('AnySystem') : clipped(system)
}

/** A code as it is shown: one without characters would not be seen. */
export function codeText(strings: Strings, code: string): string {
  return code === '' ? strings('EmptyCode') : clipped(code)
}

export function confidenceText({ formatDecimal }: Numbers, mapping: Mapping): string {
  return formatDecimal(confidenceOf(mapping), 2)
}

const markKeys = {
  gap: 'Mark_Gap',
  conflict: 'Mark_Conflict',
  several: 'Mark_Several',
  low: 'Mark_Low',
} as const satisfies Readonly<Record<Mark, string>>

/** A cell has room for one word only. */
export function markName(strings: Strings, mark: Mark, place?: 'inCell'): string {
  return strings(place === 'inCell' && mark === 'several' ? 'Mark_SeveralShort' : markKeys[mark])
}

const kindKeys = {
  same: 'Kind_Same',
  different: 'Kind_Different',
  onlyFirst: 'Kind_Only',
  onlySecond: 'Kind_Only',
  neither: 'Kind_Neither',
} as const satisfies Readonly<Record<PairKind, string>>

export function kindName(strings: Strings, kind: PairKind, { first, second }: Pair): string {
  const only = kind === 'onlyFirst' ? first : kind === 'onlySecond' ? second : ''
  return strings(kindKeys[kind], systemName(strings, only))
}
