import type { Mark, Matrix } from '../model/matrix.js'
import type { Pair, PairKind } from '../model/pair.js'
import type { Selection, Sort } from '../model/shown-rows.js'

/** What the person asked to see. It outlives a change of rows, and ends with the code list. */
export interface ViewState {
  readonly search: string
  readonly marks: readonly Mark[]
  readonly kinds: readonly PairKind[]
  readonly hidden: readonly string[]
  readonly pair: Pair | undefined
  readonly sort: Sort
}

export type ViewAction =
  | { readonly type: 'search'; readonly text: string }
  | { readonly type: 'toggleMark'; readonly mark: Mark }
  | { readonly type: 'toggleKind'; readonly kind: PairKind }
  | { readonly type: 'toggleSystem'; readonly system: string }
  | { readonly type: 'showAllSystems' }
  | { readonly type: 'compare'; readonly pair: Pair | undefined }
  | { readonly type: 'sort'; readonly sort: Sort }
  | { readonly type: 'clearFilters' }
  | { readonly type: 'otherList' }

export const firstState: ViewState = {
  search: '',
  marks: [],
  kinds: [],
  hidden: [],
  pair: undefined,
  sort: { key: { by: 'code' }, descending: false },
}

export function viewReducer(state: ViewState, action: ViewAction): ViewState {
  switch (action.type) {
    case 'search':
      return { ...state, search: action.text }
    case 'toggleMark':
      return { ...state, marks: toggled(state.marks, action.mark) }
    case 'toggleKind':
      return { ...state, kinds: toggled(state.kinds, action.kind) }
    case 'toggleSystem':
      return { ...state, hidden: toggled(state.hidden, action.system) }
    case 'showAllSystems':
      return { ...state, hidden: [] }
    case 'compare':
      return { ...state, pair: action.pair, kinds: action.pair ? state.kinds : [] }
    case 'sort':
      return { ...state, sort: action.sort }
    case 'clearFilters':
      return { ...state, search: '', marks: [], kinds: [] }
    case 'otherList':
      return firstState
  }
}

/**
 * The state against what the matrix has: systems that are gone fall away, and so do filters by what
 * is not known while rows are missing.
 */
export function selectionOf(
  state: ViewState,
  { systems, complete }: Pick<Matrix, 'systems' | 'complete'>,
): Selection {
  const { pair, sort, search, marks, kinds, hidden } = state
  const there = pair && systems.includes(pair.first) && systems.includes(pair.second)
  const shown = there
    ? [pair.first, pair.second]
    : systems.filter((system) => !hidden.includes(system))
  const isSortable = sort.key.by !== 'system' || shown.includes(sort.key.system)
  return {
    systems: shown,
    pair: there ? pair : undefined,
    search,
    marks: complete ? marks : [],
    kinds: there && complete ? kinds : [],
    sort: isSortable ? sort : firstState.sort,
  }
}

export function isFiltered({ search, marks, kinds }: ViewState): boolean {
  return search.trim() !== '' || marks.length + kinds.length > 0
}

function toggled<Item>(items: readonly Item[], item: Item): readonly Item[] {
  return items.includes(item) ? items.filter((each) => each !== item) : [...items, item]
}
