import * as React from 'react'

/** Out of sight, and still read out: `display: none` would silence it. */
export const unseen: React.CSSProperties = {
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  padding: 0,
  border: 0,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
}

export interface Announcements {
  /** Put this once into the control, and keep it there. */
  readonly region: React.ReactElement
  readonly announce: (text: string) => void
}

/** The control's one live region: what is announced is read out by screen readers, politely. */
export function useAnnouncements(): Announcements {
  const [{ text, turn }, setSaid] = React.useState({ text: '', turn: 0 })
  const announce = React.useCallback(
    (next: string) => setSaid((said) => ({ text: next, turn: said.turn + 1 })),
    [],
  )
  // A text said twice in a row must differ, or the second time stays silent.
  const said = turn % 2 === 0 ? text : `${text}\u00a0`
  return {
    announce,
    region: (
      <div role="status" aria-live="polite" aria-atomic="true" style={unseen}>
        {text === '' ? '' : said}
      </div>
    ),
  }
}
