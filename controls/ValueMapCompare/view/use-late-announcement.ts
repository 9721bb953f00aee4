import * as React from 'react'

/** Long enough that typing is not talked over. */
const delay = 600

/** Announces a text once it has stayed the same for a while; not the one it begins with. */
export function useLateAnnouncement(text: string, announce: (text: string) => void): void {
  const last = React.useRef(text)
  React.useEffect(() => {
    if (last.current === text) return undefined
    const timer = setTimeout(() => {
      last.current = text
      announce(text)
    }, delay)
    return () => clearTimeout(timer)
  }, [text, announce])
}
