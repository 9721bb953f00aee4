import * as React from 'react'

import type { BadgeProps, History } from '../props.js'

/** The column's history, read once when it is opened. */
export function useHistory(read: BadgeProps['onReadHistory']): History {
  const [history, setHistory] = React.useState<History>({ state: 'loading' })
  const firstRead = React.useRef(read)
  React.useEffect(() => {
    let isGone = false
    void firstRead.current().then((answer) => {
      if (!isGone) setHistory(answer)
    })
    return () => {
      isGone = true
    }
  }, [])
  return history
}
