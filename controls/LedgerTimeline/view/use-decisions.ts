import * as React from 'react'

import type { Strings } from '../../shared/strings.js'
import type { Action } from '../model/actions.js'
import type { Entry } from '../../shared/ledger/entry.js'
import { summaryText } from './outcome-text.js'
import type { TimelineProps } from './props.js'
import type { Decided, TimelineEvent } from './timeline-state.js'

/** Sends decisions, and reports them back row by row; does nothing more once the view is gone. */
export function useDecisions(
  { onDecide, texts }: { readonly onDecide: TimelineProps['onDecide']; readonly texts: Strings },
  dispatch: (event: TimelineEvent) => void,
  announce: (text: string) => void,
): (action: Action, entries: readonly Entry[], note: string) => void {
  const isGone = React.useRef(false)
  React.useEffect(
    () => () => {
      isGone.current = true
    },
    [],
  )
  return (action, entries, note) => {
    dispatch({ type: 'sent', ids: entries.map(({ id }) => id) })
    announce(texts('Saving'))
    void onDecide(action, entries, note).then((outcomes) => {
      if (isGone.current) return
      const decided = new Map<string, Decided>(
        entries.flatMap(({ id }, index) => {
          const result = outcomes[index]
          return result ? [[id, { action, result }] as const] : []
        }),
      )
      dispatch({ type: 'answered', decided })
      announce(summaryText(decided, texts))
    })
  }
}
