import { startLocalDataverse } from '../../solution/local/index.js'

export interface LocalDataverse {
  /** Scheme, host and port, without a slash. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** A local Dataverse with an empty store in memory, at any free port. Whoever opens it closes it. */
export async function openLocalDataverse(): Promise<LocalDataverse> {
  const { origin, close } = await startLocalDataverse({ data: ':memory:' })
  return { url: origin, close }
}
