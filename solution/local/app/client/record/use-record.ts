import * as React from 'react'

import { failureOf } from '../loaded.js'
import type { Loaded } from '../loaded.js'
import { useServices } from '../services.js'
import { loadRecord } from './record-requests.js'
import type { LoadedRecord } from './record-requests.js'

export interface ReadRecord {
  /** Undefined within: there is no such record. */
  readonly loaded: Loaded<LoadedRecord | undefined>
  /** Reads the record anew; the older version stays in sight. Rejects where it cannot be read. */
  readonly reload: () => Promise<void>
  /** Starts again after a failure. */
  readonly retry: () => void
}

/** A record as it is stored. */
export function useRecord(table: string, id: string): ReadRecord {
  const services = useServices()
  const [loaded, setLoaded] = React.useState<Loaded<LoadedRecord | undefined>>({ state: 'loading' })
  const running = React.useRef<AbortController>()
  const reload = React.useCallback(async () => {
    running.current?.abort()
    const mine = new AbortController()
    running.current = mine
    const value = await loadRecord(table, id, services, mine.signal)
    if (!mine.signal.aborted) setLoaded({ state: 'ready', value })
  }, [table, id, services])
  const retry = React.useCallback(() => {
    setLoaded({ state: 'loading' })
    reload().catch((error: unknown) => {
      if (running.current?.signal.aborted !== true) setLoaded(failureOf(error))
    })
  }, [reload])
  React.useEffect(() => {
    retry()
    return () => running.current?.abort()
  }, [retry])
  return { loaded, reload, retry }
}
