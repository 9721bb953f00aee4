import * as React from 'react'

import { WebApiError } from '../../../../controls/host/web-api-request.js'

/** What is asked for, in one of the states a page shows. */
export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'noAccess'; readonly message: string }
  | { readonly state: 'error'; readonly message: string }

/** What a failed request means for whoever looks at the page. */
export function failureOf(error: unknown): Loaded<never> {
  const message = error instanceof Error ? error.message : String(error)
  const isForbidden = error instanceof WebApiError && (error.status === 403 || error.status === 401)
  return { state: isForbidden ? 'noAccess' : 'error', message }
}

export interface Loading<Value> {
  readonly loaded: Loaded<Value>
  /** True while an answer is on the way, also when an older one is still shown. */
  readonly isBusy: boolean
  readonly reload: () => void
}

interface Shown<Value> {
  /** Of which question the answer is; undefined before the first one. */
  readonly key?: string
  readonly turn: number
  readonly loaded: Loaded<Value>
}

/**
 * Asks for a value, and anew whenever `key` changes. Until the new answer is there the old one stays,
 * unless `isRelated` says that it belongs to something else. An overtaken answer is dropped.
 */
export function useLoaded<Value>(
  key: string,
  load: (signal: AbortSignal) => Promise<Value>,
  isRelated: (older: string, newer: string) => boolean = () => false,
): Loading<Value> {
  const [turn, setTurn] = React.useState(0)
  const [shown, setShown] = React.useState<Shown<Value>>({ turn, loaded: { state: 'loading' } })
  const latest = React.useRef(load)
  latest.current = load
  React.useEffect(() => {
    const running = new AbortController()
    const show = (loaded: Loaded<Value>) => {
      if (!running.signal.aborted) setShown({ key, turn, loaded })
    }
    latest.current(running.signal).then(
      (value) => show({ state: 'ready', value }),
      (error: unknown) => show(failureOf(error)),
    )
    return () => running.abort()
  }, [key, turn])
  const isCurrent = shown.key === key && shown.turn === turn
  const stays = shown.loaded.state === 'ready' && isRelated(shown.key ?? '', key)
  return {
    loaded: isCurrent || stays ? shown.loaded : { state: 'loading' },
    isBusy: !isCurrent,
    reload: React.useCallback(() => setTurn((before) => before + 1), []),
  }
}
