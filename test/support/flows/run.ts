import type { Clock } from './clock.js'
import type { Connection } from './connection.js'
import type { Send } from './connector/http.js'
import { resolve } from './expression/evaluate.js'
import type { Scope } from './expression/evaluate.js'
import { actionTypes } from './actions/index.js'
import type { Action, Actions, Outcome, Status } from './workflow.js'

/** What a run has around it. */
export interface RunContext {
  readonly runName: string
  readonly clock: Clock
  /** By the name that actions call them by. */
  readonly connections: Readonly<Record<string, Connection>>
  readonly parameters: Readonly<Record<string, unknown>>
  readonly send: Send
  readonly trigger: { readonly outputs: unknown }
}

/** Ends a run before its end. */
export class Terminated extends Error {
  readonly status: Status

  constructor(status: Status, message: string) {
    super(message)
    this.status = status
  }
}

/** One run of a flow: what its actions came to, and what they see of each other. */
export class Run {
  readonly context: RunContext
  /** Outcomes by action; of an action in a loop, those of the last round. */
  readonly outcomes = new Map<string, Outcome>()
  readonly #items: Readonly<Record<string, unknown>>
  readonly #item: readonly unknown[]

  constructor(context: RunContext, within?: Run, item?: { name: string; value: unknown }) {
    this.context = context
    if (within) this.outcomes = within.outcomes
    this.#items = { ...within?.itemsByLoop(), ...(item && { [item.name]: item.value }) }
    this.#item = item ? [item.value] : (within?.currentItem() ?? [])
  }

  itemsByLoop(): Readonly<Record<string, unknown>> {
    return this.#items
  }

  currentItem(): readonly unknown[] {
    return this.#item
  }

  /** The same run seen from within a round of a loop, or an entry of a list. */
  withItem(name: string, value: unknown): Run {
    return new Run(this.context, this, { name, value })
  }

  resolve(value: unknown): unknown {
    return resolve(value, this.#scope())
  }

  /** Runs actions in the order of their dependencies; what it comes to is what the last ones do. */
  async runAll(actions: Actions): Promise<Status> {
    const waiting = new Map(Object.entries(actions))
    for (const name of waiting.keys()) this.outcomes.delete(name)
    while (waiting.size > 0) {
      const ready = [...waiting].find(([, action]) =>
        predecessors(action).every((one) => !waiting.has(one)),
      )
      if (!ready)
        throw new Error(`These actions wait for each other: ${[...waiting.keys()].join(', ')}.`)
      const [name, action] = ready
      this.outcomes.set(name, await this.#runOne(name, action, actions))
      waiting.delete(name)
    }
    return this.#statusOf(actions)
  }

  async #runOne(name: string, action: Action, siblings: Actions): Promise<Outcome> {
    for (const [before, wanted] of Object.entries(action.runAfter ?? {})) {
      if (!(before in siblings))
        throw new Error(`${name} runs after ${before}, which is not beside it.`)
      const { status } = this.outcomes.get(before) ?? { status: 'Skipped' }
      if (!wanted.includes(status)) {
        this.skip({ [name]: action })
        return { status: 'Skipped' }
      }
    }
    const type = actionTypes[action.type]
    if (!type) throw new Error(`${name} is of type ${action.type}, which is not known here.`)
    try {
      return await type({ name, action, run: this })
    } catch (error) {
      if (error instanceof Terminated) throw error
      return { status: 'Failed', error: error instanceof Error ? error.message : String(error) }
    }
  }

  /** Marks actions, and those within them, as not run. */
  skip(actions: Actions = {}): void {
    for (const [name, action] of Object.entries(actions)) {
      this.outcomes.set(name, { status: 'Skipped' })
      this.skip(action.actions)
      this.skip(action.else?.actions)
    }
  }

  #statusOf(actions: Actions): Status {
    const followed = new Set(Object.values(actions).flatMap(predecessors))
    const last = Object.keys(actions).filter((name) => !followed.has(name))
    const all = last.map((name) => this.#branchStatus(name, actions))
    return all.find((status) => status === 'Failed' || status === 'TimedOut') ?? 'Succeeded'
  }

  /** A branch whose end was skipped is as good as what it was skipped for. */
  #branchStatus(name: string, actions: Actions): Status {
    const status = this.outcomes.get(name)?.status ?? 'Skipped'
    if (status !== 'Skipped') return status
    const before = predecessors(actions[name]).map((one) => this.#branchStatus(one, actions))
    return before.find((one) => one === 'Failed' || one === 'TimedOut') ?? 'Skipped'
  }

  #scope(): Scope {
    const outputs = (name: string) => {
      const outcome = this.outcomes.get(name)
      if (!outcome) throw new Error(`The action ${name} has not run.`)
      return outcome.outputs
    }
    const bodyOf = (value: unknown) => (value as { readonly body?: unknown } | undefined)?.body
    const { context } = this
    return {
      outputs,
      body: (name) => bodyOf(outputs(name)),
      actions: (name) => this.outcomes.get(name),
      triggerOutputs: () => context.trigger.outputs,
      triggerBody: () => bodyOf(context.trigger.outputs),
      item: () => this.#item[0],
      items: (name) => {
        if (!(name in this.#items)) throw new Error(`No loop ${name} is around.`)
        return this.#items[name]
      },
      parameters: (name) => {
        if (!(name in context.parameters)) throw new Error(`The flow has no parameter ${name}.`)
        return context.parameters[name]
      },
      workflow: () => ({ run: { name: context.runName } }),
      utcNow: () => new Date(context.clock.now()).toISOString(),
      guid: () => crypto.randomUUID(),
    }
  }
}

const predecessors = (action: Action | undefined): readonly string[] =>
  Object.keys(action?.runAfter ?? {})
