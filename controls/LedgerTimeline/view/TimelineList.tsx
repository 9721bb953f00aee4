import { List } from '@fluentui/react'
import * as React from 'react'

import type { Line } from '../model/lines.js'
import { useSettings } from './settings.js'

/**
 * The lines of the timeline. Only those near to what is in sight are in the page; the one with the
 * focus stays. Arrow keys on a details button lead to the next and the previous entry.
 */
export function TimelineList(props: {
  readonly lines: readonly Line[]
  readonly label: string
  /** Draws a line; another function draws all of them anew. */
  readonly draw: (line: Line) => React.ReactElement
  /** In pixels; undefined: the room there is. */
  readonly maxHeight: number | undefined
}): React.ReactElement {
  const { styles } = useSettings()
  const { draw } = props
  const scroller = React.useRef<HTMLDivElement>(null)
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      style={{ maxHeight: props.maxHeight }}
      data-is-scrollable
      role="region"
      aria-label={props.label}
      onKeyDown={(event) => moveFocus(event, scroller.current)}
    >
      <List<Line>
        items={props.lines as Line[]}
        getKey={(line) => line.key}
        version={draw}
        getItemCountForPage={() => linesOfPage}
        renderedWindowsAhead={1}
        renderedWindowsBehind={1}
        onRenderCell={(line) => (line ? draw(line) : null)}
      />
    </div>
  )
}

const linesOfPage = 6

function moveFocus(event: React.KeyboardEvent, scroller: HTMLElement | null): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const from = event.target as HTMLElement
  if (step === 0 || from.dataset.toggle === undefined || !scroller) return
  const toggles = [...scroller.querySelectorAll<HTMLElement>('[data-toggle]')]
  const next = toggles[toggles.indexOf(from) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
