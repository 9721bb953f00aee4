import * as React from 'react'

import { useApp } from '../app-context.js'
import { failureOf } from '../loaded.js'
import type { Loaded } from '../loaded.js'
import { useServices } from '../services.js'
import { searchRecords } from './search-records.js'
import type { Found } from './search-records.js'

/** So long after the last key the search begins. */
const pause = 200

/** What may be chosen for what is typed; asked for only while the list is open. */
export function useSearch(
  targets: readonly string[],
  typed: string,
  isOpen: boolean,
): Loaded<Found> {
  const services = useServices()
  const { definition } = useApp()
  const [answer, setAnswer] = React.useState<{ typed: string; loaded: Loaded<Found> }>()
  const key = targets.join()
  React.useEffect(() => {
    if (!isOpen) return undefined
    const running = new AbortController()
    const show = (loaded: Loaded<Found>) => {
      if (!running.signal.aborted) setAnswer({ typed, loaded })
    }
    const timer = setTimeout(
      () => {
        searchRecords(key.split(','), typed, definition, services, running.signal).then(
          (value) => show({ state: 'ready', value }),
          (error: unknown) => show(failureOf(error)),
        )
      },
      typed === '' ? 0 : pause,
    )
    return () => {
      running.abort()
      clearTimeout(timer)
    }
  }, [key, typed, isOpen, definition, services])
  return answer?.typed === typed ? answer.loaded : { state: 'loading' }
}
