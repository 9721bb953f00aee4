import type { RowOutcome } from '../../shared/row-writes.js'
import type { Action } from '../model/actions.js'
import type { Grouping } from '../model/groups.js'

/** What became of the last decision on an entry. */
export interface Decided {
  readonly action: Action
  readonly result: RowOutcome
}

/** What the steward has done on the timeline and not yet left behind. */
export interface TimelineState {
  readonly grouping: Grouping
  readonly selected: ReadonlySet<string>
  readonly expanded: ReadonlySet<string>
  /** The decision whose note and confirmation are asked for. */
  readonly asking: { readonly action: Action; readonly ids: readonly string[] } | undefined
  /** Entries whose decision is on its way. */
  readonly saving: ReadonlySet<string>
  /** Of the last decision, by entry. */
  readonly decided: ReadonlyMap<string, Decided>
}

export const firstState: TimelineState = {
  grouping: 'aspect',
  selected: new Set(),
  expanded: new Set(),
  asking: undefined,
  saving: new Set(),
  decided: new Map(),
}

export type TimelineEvent =
  | { readonly type: 'grouped'; readonly grouping: Grouping }
  | { readonly type: 'toggled'; readonly id: string }
  | { readonly type: 'ticked'; readonly id: string; readonly isTicked: boolean }
  | { readonly type: 'selected'; readonly ids: readonly string[] }
  | { readonly type: 'asked'; readonly action: Action; readonly ids: readonly string[] }
  | { readonly type: 'cancelled' }
  | { readonly type: 'sent'; readonly ids: readonly string[] }
  | { readonly type: 'answered'; readonly decided: ReadonlyMap<string, Decided> }
  | { readonly type: 'dismissed' }

export function timelineReducer(state: TimelineState, event: TimelineEvent): TimelineState {
  switch (event.type) {
    case 'grouped':
      return { ...state, grouping: event.grouping }
    case 'toggled':
      return {
        ...state,
        expanded: withMember(state.expanded, event.id, !state.expanded.has(event.id)),
      }
    case 'ticked':
      return { ...state, selected: withMember(state.selected, event.id, event.isTicked) }
    case 'selected':
      return { ...state, selected: new Set(event.ids) }
    case 'asked':
      return { ...state, asking: { action: event.action, ids: event.ids } }
    case 'cancelled':
      return { ...state, asking: undefined }
    case 'sent':
      return { ...state, asking: undefined, saving: new Set(event.ids), decided: new Map() }
    case 'answered':
      return {
        ...state,
        saving: new Set(),
        decided: event.decided,
        // What is done needs no more attention; what failed stays selected.
        selected: new Set(
          [...state.selected].filter((id) => event.decided.get(id)?.result.outcome !== 'done'),
        ),
      }
    case 'dismissed':
      return { ...state, decided: new Map() }
  }
}

function withMember(set: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set)
  if (isIn) next.add(id)
  else next.delete(id)
  return next
}
