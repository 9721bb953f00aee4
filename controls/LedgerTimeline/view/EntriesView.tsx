import * as React from 'react'

import { longestNotes } from '../../shared/ledger/ledger-table.js'
import { allowedActions } from '../model/actions.js'
import type { Action } from '../model/actions.js'
import type { Entry } from '../../shared/ledger/entry.js'
import { linesOf } from '../model/lines.js'
import { DecisionDialog } from './DecisionDialog.js'
import { Foot } from './Foot.js'
import { LineView } from './LineView.js'
import type { Content, TimelineProps } from './props.js'
import { SelectionBar } from './SelectionBar.js'
import { useSettings } from './settings.js'
import { TimelineList } from './TimelineList.js'
import type { TimelineEvent, TimelineState } from './timeline-state.js'

/** Sends a decision on some of the entries that it was asked for. */
type Decide = (action: Action, affected: readonly Entry[], note: string) => void

/** The entries, and what is asked before a decision on them. */
export function EntriesView(
  props: Omit<TimelineProps, 'onDecide'> & {
    readonly content: Extract<Content, { readonly state: 'entries' }>
    readonly state: TimelineState
    readonly dispatch: (event: TimelineEvent) => void
    readonly onDecide: Decide
  },
): React.ReactElement {
  const { styles, texts } = useSettings()
  const { content, state, dispatch, formats, onSelect, readOnly } = props
  const { entries } = content
  const { asking, grouping, selected } = state
  const canDecide = readOnly === undefined

  const { minutesAhead } = formats
  const lines = React.useMemo(
    () => linesOf(entries, grouping, minutesAhead),
    [entries, grouping, minutesAhead],
  )
  const open = React.useMemo(
    () => (canDecide ? entries.filter((entry) => allowedActions(entry).length > 0) : []),
    [canDecide, entries],
  )
  const chosen = open.filter(({ id }) => selected.has(id))
  useSelectionOfPage(selected, onSelect)

  const ask = React.useCallback(
    (action: Action, ids: readonly string[]) => dispatch({ type: 'asked', action, ids }),
    [dispatch],
  )
  const { labels, now, ofOneRecord } = props
  const draw = React.useCallback(
    (line: Parameters<typeof LineView>[0]['line']) => (
      <LineView line={line} state={state} canDecide={canDecide} dispatch={dispatch} onAsk={ask} />
    ),
    // What is read through the settings changes the lines, too.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [state, canDecide, dispatch, ask, labels, now, ofOneRecord, styles, texts],
  )
  const asked = asking ? entries.filter(({ id }) => asking.ids.includes(id)) : []

  return (
    <>
      {canDecide ? (
        <SelectionBar
          open={open}
          selected={chosen}
          isSaving={state.saving.size > 0}
          onSelect={(ids) => dispatch({ type: 'selected', ids })}
          onAsk={ask}
        />
      ) : (
        <div className={styles.quiet}>{texts(`ReadOnly_${readOnly}`)}</div>
      )}
      <TimelineList
        lines={lines}
        label={texts('List_Label')}
        draw={draw}
        maxHeight={props.height === undefined ? 600 : undefined}
      />
      <Foot content={content} onLoadMore={props.onLoadMore} />
      {asking && (
        <DecisionDialog
          action={asking.action}
          entries={asked}
          longestNote={longestNotes - 1 - Math.max(0, ...asked.map(({ notes }) => notes.length))}
          onCancel={() => dispatch({ type: 'cancelled' })}
          onDecide={props.onDecide}
        />
      )}
    </>
  )
}

/** Tells the page which rows are selected, so that its own commands are for them. */
function useSelectionOfPage(
  selected: ReadonlySet<string>,
  onSelect: (ids: readonly string[]) => void,
): void {
  const told = React.useRef(selected)
  const latest = React.useRef(onSelect)
  latest.current = onSelect
  React.useEffect(() => {
    if (told.current === selected) return
    told.current = selected
    latest.current([...selected])
  }, [selected])
}
