import * as React from 'react'

/**
 * Keeps the focus in the timeline when what had it goes away, as a button does whose decision was
 * made: `keep` names where it should go then. Whatever the user does in between ends that.
 */
export function useKeptFocus(root: React.RefObject<HTMLElement>): {
  readonly keep: (target: () => HTMLElement | null) => void
  readonly release: () => void
} {
  const target = React.useRef<(() => HTMLElement | null) | undefined>(undefined)
  React.useEffect(() => {
    const { activeElement, body } = document
    if (!target.current || (activeElement !== null && activeElement !== body)) return
    const next = target.current() ?? root.current
    next?.focus()
  })
  return {
    keep: (next) => {
      target.current = next
    },
    release: () => {
      target.current = undefined
    },
  }
}
