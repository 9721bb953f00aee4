import * as React from 'react'

import type { Action } from '../model/actions.js'
import type { Line } from '../model/lines.js'
import { ConflictPanel } from './ConflictPanel.js'
import { EntryCard } from './EntryCard.js'
import { GroupHeading } from './GroupHeading.js'
import type { TimelineEvent, TimelineState } from './timeline-state.js'

/** One line of the list. */
export function LineView(props: {
  readonly line: Line
  readonly state: TimelineState
  readonly canDecide: boolean
  readonly dispatch: (event: TimelineEvent) => void
  readonly onAsk: (action: Action, ids: readonly string[]) => void
}): React.ReactElement {
  const { line, state, canDecide, dispatch, onAsk } = props
  switch (line.kind) {
    case 'heading':
      return <GroupHeading group={line.group} first={line.first} grouping={state.grouping} />
    case 'conflict':
      return (
        <ConflictPanel
          conflict={line.conflict}
          canDecide={canDecide}
          isSaving={line.conflict.some(({ id }) => state.saving.has(id))}
          onAsk={onAsk}
        />
      )
    case 'entry': {
      const { id } = line.entry
      return (
        <EntryCard
          entry={line.entry}
          conflict={line.conflict}
          isUnderAspect={state.grouping === 'aspect'}
          isExpanded={state.expanded.has(id)}
          isSelected={state.selected.has(id)}
          isSaving={state.saving.has(id)}
          canDecide={canDecide}
          decided={state.decided.get(id)}
          onToggle={() => dispatch({ type: 'toggled', id })}
          onTick={(_id, isTicked) => dispatch({ type: 'ticked', id, isTicked })}
          onAsk={onAsk}
        />
      )
    }
  }
}
