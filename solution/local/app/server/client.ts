import { builtClient, clientStamp } from '../build/client-files.js'
import { runScript } from './run-script.js'

export type ClientState =
  | { readonly state: 'building' }
  | { readonly state: 'ready'; readonly stamp: string; readonly script: string }
  | { readonly state: 'failed'; readonly message: string }

/** Where the client's script comes from. */
export interface ClientSource {
  /** The script as of now; starts making it where it is missing, and again after a failure. */
  readonly current: () => Promise<ClientState>
  /** Ends a build under way. */
  readonly close?: () => void
}

interface ClientBuild {
  /** The script made of the sources of this stamp, or undefined where there is none. */
  readonly built: (stamp: string) => Promise<string | undefined>
  readonly build: (signal: AbortSignal) => Promise<void>
}

/**
 * The client as built from the sources of now. A missing build is made in a process of its own, so
 * that requests are answered meanwhile.
 */
export function clientSource({
  built = builtClient,
  build = (signal) => runScript('solution/local/app/build/main.ts', signal),
}: Partial<ClientBuild> = {}): ClientSource {
  const closing = new AbortController()
  let ready: ClientState | undefined
  let building: Promise<void> | undefined
  let failure: string | undefined
  return {
    close: () => closing.abort(),
    current: async () => {
      if (ready) return ready
      if (building) return { state: 'building' }
      if (failure !== undefined) {
        const message = failure
        failure = undefined
        return { state: 'failed', message }
      }
      const stamp = await clientStamp()
      const script = await built(stamp)
      if (script !== undefined) return (ready = { state: 'ready', stamp, script })
      building ??= build(closing.signal)
        .catch((error: unknown) => {
          failure = error instanceof Error ? error.message : String(error)
        })
        .finally(() => (building = undefined))
      return { state: 'building' }
    },
  }
}
