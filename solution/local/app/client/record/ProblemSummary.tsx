import { Link, MessageBar, MessageBarType } from '@fluentui/react'
import * as React from 'react'

import type { Editing } from './use-draft.js'

export interface ProblemSummaryProps {
  readonly editing: Pick<Editing, 'problems' | 'refusals'>
  /** Moves the focus to the column's field. */
  readonly onGoTo: (column: string) => void
}

/** What kept a draft from being saved, with the way to each field. It takes the focus when it comes. */
export function ProblemSummary({
  editing,
  onGoTo,
}: ProblemSummaryProps): React.ReactElement | null {
  const { problems, refusals } = editing
  const root = React.useRef<HTMLDivElement>(null)
  React.useEffect(() => {
    if (refusals > 0) root.current?.focus()
  }, [refusals])
  const found = Object.entries(problems)
  if (refusals === 0 || found.length === 0) return null
  return (
    <div ref={root} tabIndex={-1} role="group" aria-label="Not saved" style={{ outline: 'none' }}>
      <MessageBar messageBarType={MessageBarType.error} isMultiline>
        Nothing is saved.
        <ul style={{ margin: '4px 0', paddingInlineStart: 20 }}>
          {found.map(([column, problem]) => (
            <li key={column}>
              <Link onClick={() => onGoTo(column)}>{problem}</Link>
            </li>
          ))}
        </ul>
      </MessageBar>
    </div>
  )
}
