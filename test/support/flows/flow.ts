import { randomUUID } from 'node:crypto'

import type { Callbacks } from './callbacks.js'
import type { Connection } from './connection.js'
import { Gateway } from './connector/gateway.js'
import { sendOverHttp } from './connector/http.js'
import type { Send } from './connector/http.js'
import type { Clock } from './clock.js'
import { resolve } from './expression/evaluate.js'
import { Run, Terminated } from './run.js'
import type { RunContext } from './run.js'
import { startTrigger } from './triggers.js'
import type { FlowFile, Outcome, Status } from './workflow.js'

export interface FlowOptions {
  readonly clock: Clock
  readonly callbacks: Callbacks
  /** By the name that the flow's actions call them by. */
  readonly connections: Readonly<Record<string, Connection>>
  /** Values of parameters, which are environment variables where the flow is installed. */
  readonly parameters?: Readonly<Record<string, unknown>>
  /** For HTTP actions. (Default: over the network) */
  readonly send?: Send
}

export interface FinishedRun {
  readonly status: Status
  readonly error?: string
  readonly outcomes: ReadonlyMap<string, Outcome>
}

/** A flow that is turned on. */
export interface RunningFlow {
  /** All runs that have ended, in the order in which they began. */
  readonly runs: () => Promise<readonly FinishedRun[]>
  /** Lets a scheduled flow run, or a polling one look until nothing more is new. */
  readonly tick: () => Promise<void>
  /** Unsubscribes; gives the status that the service answered, where it was asked. */
  readonly turnOff: () => Promise<number | undefined>
}

/** Turns a flow on, as the platform does. */
export async function turnOn(file: FlowFile, options: FlowOptions): Promise<RunningFlow> {
  const { definition } = file.properties
  const runs: Promise<FinishedRun>[] = []
  const parameters = {
    ...Object.fromEntries(
      Object.entries(definition.parameters).map(([name, { defaultValue }]) => [name, defaultValue]),
    ),
    ...options.parameters,
  }
  const [trigger] = Object.values(definition.triggers)
  if (!trigger) throw new Error('The flow has no trigger.')
  const { connectionName } = trigger.inputs?.host ?? {}
  const connection = connectionName === undefined ? undefined : options.connections[connectionName]
  const given = resolve(trigger.inputs?.parameters ?? {}, {
    parameters: (name) => parameters[name],
  }) as Readonly<Record<string, unknown>>
  const begin = (outputs: unknown) => {
    const context = {
      runName: randomUUID(),
      clock: options.clock,
      connections: options.connections,
      parameters,
      send: options.send ?? sendOverHttp,
      trigger: { outputs },
    }
    runs.push(finished(file, context))
  }
  const { tick, stop } = await startTrigger({
    trigger,
    given,
    gateway: connection instanceof Gateway ? connection : undefined,
    callbacks: options.callbacks,
    begin,
  })
  return { tick, turnOff: stop, runs: () => Promise.all(runs) }
}

async function finished(file: FlowFile, context: RunContext): Promise<FinishedRun> {
  const run = new Run(context)
  try {
    const status = await run.runAll(file.properties.definition.actions)
    return { status, outcomes: run.outcomes }
  } catch (error) {
    if (!(error instanceof Terminated)) throw error
    return { status: error.status, error: error.message, outcomes: run.outcomes }
  }
}
