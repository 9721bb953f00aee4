import { isAccessDenied } from '../../shared/access-denied.js'
import type { Entry } from '../../shared/ledger/entry.js'
import { readHeads } from './ledger-query.js'
import type { Target } from './ledger-query.js'

/** What the badges of a record know of its ledger. */
export type LedgerState =
  | { readonly state: 'loading' }
  | { readonly state: 'noAccess' }
  | { readonly state: 'error'; readonly message: string }
  | {
      readonly state: 'entries'
      readonly entries: readonly Entry[]
      /** The ledger holds more of this record than were read. */
      readonly hasMore: boolean
    }

type WebApi = Pick<ComponentFramework.WebApi, 'retrieveMultipleRecords'>

/** A save changes the values of many badges within moments: they are answered by one request. */
const settleMs = 150

/** The ledger of one record, read once for all badges that stand on its form. */
class RecordLedger {
  state: LedgerState = { state: 'loading' }
  readonly #listeners = new Set<() => void>()
  #isReading = false
  /** How often somebody asked for the ledger. */
  #asked = 0
  #timer: number | undefined

  constructor(private readonly target: Target) {}

  get isUnused(): boolean {
    return this.#listeners.size === 0
  }

  join(webApi: WebApi, listener: () => void): void {
    const isFirst = this.isUnused
    this.#listeners.add(listener)
    if (isFirst) void this.#read(webApi)
  }

  leave(listener: () => void): void {
    this.#listeners.delete(listener)
    if (this.isUnused) window.clearTimeout(this.#timer)
  }

  refresh(webApi: WebApi): void {
    // Entries stay in sight while newer ones are read; a failure does not.
    if (this.state.state !== 'entries') this.#show({ state: 'loading' })
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#read(webApi), settleMs)
  }

  #show(state: LedgerState): void {
    this.state = state
    for (const listener of [...this.#listeners]) listener()
  }

  /** One request at a time: what is asked for meanwhile is asked for once more after it. */
  async #read(webApi: WebApi): Promise<void> {
    this.#asked += 1
    if (this.#isReading) return
    this.#isReading = true
    let answered: number
    do {
      answered = this.#asked
      const state = await stateOf(webApi, this.target)
      if (!this.isUnused) this.#show(state)
    } while (answered !== this.#asked && !this.isUnused)
    this.#isReading = false
  }
}

async function stateOf(webApi: WebApi, target: Target): Promise<LedgerState> {
  try {
    return { state: 'entries', ...(await readHeads(webApi, target)) }
  } catch (error) {
    return failureOf(error)
  }
}

/** The platform rejects with `{ message, errorCode }`. */
export function failureOf(
  error: unknown,
): Extract<LedgerState, { readonly state: 'error' | 'noAccess' }> {
  const { errorCode, message } = error as {
    readonly errorCode?: unknown
    readonly message?: unknown
  }
  const text = typeof message === 'string' ? message : String(error)
  return isAccessDenied(`${text} ${String(errorCode)}`)
    ? { state: 'noAccess' }
    : { state: 'error', message: text }
}

/** By record; badges of a page are made of the same bundle, so they find each other here. */
const ledgers = new Map<string, RecordLedger>()

/** One badge's hold on its record's ledger. */
export interface LedgerHold {
  readonly state: () => LedgerState
  /** Reads anew, for all badges of the record. */
  readonly refresh: (webApi: WebApi) => void
  /** Must be called once, when the badge goes or changes its record. */
  readonly release: () => void
}

/** Joins the record's badges; `changed` is called whenever more is known. */
export function holdLedger(target: Target, webApi: WebApi, changed: () => void): LedgerHold {
  const key = `${target.table} ${target.id}`
  const ledger = ledgers.get(key) ?? new RecordLedger(target)
  ledgers.set(key, ledger)
  ledger.join(webApi, changed)
  return {
    state: () => ledger.state,
    refresh: (latestWebApi) => ledger.refresh(latestWebApi),
    release: () => {
      ledger.leave(changed)
      if (ledger.isUnused && ledgers.get(key) === ledger) ledgers.delete(key)
    },
  }
}

/** How many records are held: none once all badges are gone. */
export const heldLedgers = (): number => ledgers.size
