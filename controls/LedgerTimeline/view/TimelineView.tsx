import { ThemeProvider, getId } from '@fluentui/react'
import * as React from 'react'

import { useAnnouncements } from '../../shared/announcements.js'
import type { Entry } from '../../shared/ledger/entry.js'
import { ledgerTable } from '../../shared/ledger/ledger-table.js'
import type { Action } from '../model/actions.js'
import { hasFilters } from '../model/filters.js'
import { EntriesView } from './EntriesView.js'
import { countText } from './Foot.js'
import { Notice, noticeText } from './Notice.js'
import type { TimelineProps } from './props.js'
import { ResultBar } from './ResultBar.js'
import { SettingsProvider, toggleId } from './settings.js'
import type { ViewSettings } from './settings.js'
import { timelineStyles } from './styles.js'
import { firstState, timelineReducer } from './timeline-state.js'
import { Toolbar } from './Toolbar.js'
import { useDecisions } from './use-decisions.js'
import { useKeptFocus } from './use-kept-focus.js'

/** Where each value of a record came from, newest first, and what a steward decides on it. */
export function TimelineView(props: TimelineProps): React.ReactElement {
  const { content, filters, formats, height, texts, theme } = props
  const [idPrefix] = React.useState(() => getId('timeline'))
  const [state, dispatch] = React.useReducer(timelineReducer, firstState)
  const { region, announce } = useAnnouncements()
  const root = React.useRef<HTMLDivElement>(null)
  const focus = useKeptFocus(root)
  const styles = React.useMemo(() => timelineStyles(theme), [theme])
  const settings: ViewSettings = {
    formats,
    idPrefix,
    labels: props.labels,
    ledgerTable: ledgerTable.table,
    now: props.now,
    ofOneRecord: props.ofOneRecord,
    onOpen: props.onOpen,
    styles,
    texts,
  }
  const summary =
    content.state === 'entries'
      ? content.isLoading
        ? ''
        : countText(content, settings)
      : noticeText(content, hasFilters(filters), texts)
  const unheard = React.useRef('')
  React.useEffect(() => {
    if (summary === '') return
    announce([unheard.current, summary].filter((text) => text !== '').join(' '))
    unheard.current = ''
  }, [summary, announce])
  /** What becomes of a decision is said again with what it leaves, which follows at once. */
  const announceDecision = (text: string) => {
    unheard.current = text
    announce(text)
  }
  const send = useDecisions(props, dispatch, announceDecision)
  const resultId = `${idPrefix}-result`
  /** Where the focus goes when the entry has left the timeline: to how the decision went. */
  function decide(action: Action, affected: readonly Entry[], note: string): void {
    const [only] = affected
    const isOne = affected.length === 1 && state.asking?.ids.length === 1
    const toggle = only && isOne ? toggleId(settings, only.id) : resultId
    focus.keep(() => document.getElementById(toggle) ?? document.getElementById(resultId))
    send(action, affected, note)
  }
  const hasRecord = content.state !== 'unsaved' && content.state !== 'noRecord'
  return (
    <ThemeProvider theme={theme} dir={props.isRightToLeft ? 'rtl' : 'ltr'}>
      <SettingsProvider value={settings}>
        <div
          ref={root}
          className={styles.root}
          style={{ height: height ?? 'auto' }}
          role="group"
          aria-label={props.label}
          tabIndex={-1}
          onPointerDown={focus.release}
          onKeyDown={focus.release}
        >
          {region}
          {hasRecord && content.state !== 'noAccess' && (
            <Toolbar
              filters={filters}
              grouping={state.grouping}
              choices={props.choices}
              onFilter={props.onFilter}
              onGroup={(grouping) => dispatch({ type: 'grouped', grouping })}
            />
          )}
          <ResultBar
            id={resultId}
            decided={state.decided}
            onDismiss={() => dispatch({ type: 'dismissed' })}
          />
          {content.state === 'entries' ? (
            <EntriesView
              {...props}
              content={content}
              state={state}
              dispatch={dispatch}
              onDecide={decide}
            />
          ) : (
            <Notice content={content} text={summary} onReload={props.onReload} />
          )}
        </div>
      </SettingsProvider>
    </ThemeProvider>
  )
}
