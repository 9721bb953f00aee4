import { remove } from '../../dataverse/index.js'
import { integrationSubscription } from '../../../solution/tables/index.js'
import { PollingLoop } from '../polling-loop.js'
import { deliverTo } from './delivery.js'
import type { DeliveryContext } from './delivery.js'
import type { EventName } from './feed.js'
import { feeds } from './feeds/index.js'
import { lookAround, lookedReader } from './look.js'
import type { Look } from './look.js'
import { noteChanges } from './note-changes.js'
import { endedSubscriptions, readFilters } from './subscriptions.js'
import { storedProgress } from './subscription-row.js'
import type { Progress } from './subscription-row.js'
import type { Subscription } from './subscriptions.js'

export interface EventLoopOptions extends Omit<DeliveryContext, 'isStopping'> {
  /** Pause between two looks. */
  readonly pollMs: number
}

export interface RunningEvents {
  /** Lets the delivery under way end and resolves. */
  readonly stop: () => Promise<void>
  /** Looks at once instead of after the pause. */
  readonly wake: () => void
}

/** Subscriptions that are served side by side. */
const sideBySide = 4

/** Between two looks for subscriptions that ended long ago. */
const cleaningMs = 60 * 60_000

/** Watches for events and tells subscribers, until it is stopped. */
export function startEvents(options: EventLoopOptions): RunningEvents {
  const { stop, wake } = new EventLoop(options).loop
  return { stop, wake }
}

class EventLoop {
  readonly #context: DeliveryContext
  /** How far each subscription is, as long as its row is the version that was written or read last. */
  #progress: ReadonlyMap<string, Progress> = new Map()
  /** Events that somebody waited for at the last look. */
  #wanted: readonly EventName[] = []
  #cleanedAt = -Infinity
  readonly loop: PollingLoop

  constructor({ pollMs, ...context }: EventLoopOptions) {
    this.#context = { ...context, isStopping: () => this.loop.isStopping }
    this.loop = new PollingLoop({
      turn: () => this.#turn(),
      failed: (error) => {
        context.log.error({ err: error }, 'Telling events was interrupted; it goes on later')
      },
      pollMs,
    })
  }

  /** True where something was noted that may be an event. */
  async #turn(): Promise<boolean> {
    const { client, now } = this.#context
    const look = await lookAround(client, this.#wanted, now())
    this.#wanted = [...new Set(look.subscriptions.map(({ event }) => event))]
    const noted = await noteChanges(client, look.unnoted, now())
    await this.#serve(look)
    await this.#clean()
    return noted > 0
  }

  async #serve(look: Look): Promise<void> {
    const next = new Map<string, Progress>()
    const waiting = [...look.subscriptions]
    const serveSome = async () => {
      for (let one = waiting.shift(); one && !this.loop.isStopping; one = waiting.shift()) {
        const progress = await this.#serveOne(one, look)
        if (progress) next.set(one.id, progress)
      }
    }
    await Promise.all(Array.from({ length: sideBySide }, serveSome))
    this.#progress = next
  }

  /** How far the subscription is now. What goes wrong with one is no matter to the others. */
  async #serveOne(subscription: Subscription, look: Look): Promise<Progress | undefined> {
    const { client, log, now } = this.#context
    const known = this.#progress.get(subscription.id)
    const current = known?.etag === subscription.etag ? known : undefined
    const { nextAttemptOn } = subscription
    if (nextAttemptOn !== null && nextAttemptOn.getTime() > now()) return current
    try {
      const start = current ?? (await storedProgress(client, subscription.id))
      if (!start) return undefined
      const feed = feeds[subscription.event]
      const read = lookedReader(look, client, feed, readFilters(subscription.filters))
      return await deliverTo(subscription, start, feed, read, this.#context)
    } catch (error) {
      log.warn({ err: error, subscriptionId: subscription.id }, 'A subscription was not served')
      return undefined
    }
  }

  async #clean(): Promise<void> {
    const { client, now } = this.#context
    if (now() - this.#cleanedAt < cleaningMs) return
    this.#cleanedAt = now()
    const { rows } = await client.send(endedSubscriptions(now()))
    const removals = rows.map(({ id }) => remove(integrationSubscription, id))
    if (removals.length > 0) await client.batch(removals, { continueOnError: true })
  }
}
