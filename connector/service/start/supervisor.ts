import { startChild } from './child.js'
import type { Child, ChildExit, ChildOptions } from './child.js'
import { StartError } from './settings.js'

export interface Started {
  /** What `readyLine` made of the ready line. */
  readonly line: string
  readonly pid: number
}

/** The processes of `npm start`, in the order they were started. */
export interface Supervisor {
  /**
   * Starts one more and waits until it printed its ready line.
   *
   * @throws StartError where it ends before that or is not ready within the time.
   */
  readonly start: (options: ChildOptions) => Promise<Started>
  /** Stops all of them, the last started first; none can be started from then on. */
  readonly stop: () => Promise<void>
  /** Ends all of them at once. */
  readonly kill: () => void
  /** Resolves when one of them ended though nobody asked it to. */
  readonly failure: Promise<StartError>
}

const readyMs = 180_000
const stopMs = 20_000

export function createSupervisor(): Supervisor {
  const children: Child[] = []
  let stopping = false
  let reportFailure: (error: StartError) => void = () => undefined
  const failure = new Promise<StartError>((resolve) => (reportFailure = resolve))

  return {
    failure,
    start: async (options) => {
      if (stopping) throw new StartError(`The ${options.name} is not started: all is stopping.`)
      const child = startChild(options)
      children.push(child)
      const ended = child.exited.then((exit) => {
        const error = new StartError(describeExit(child, exit))
        if (!stopping) reportFailure(error)
        return error
      })
      const { promise: late, cancel } = lateness(child)
      const first = await Promise.race([child.ready, ended, late])
      cancel()
      if (first instanceof StartError) throw first
      return { line: first, pid: child.pid ?? 0 }
    },
    stop: async () => {
      stopping = true
      for (const child of children.toReversed()) await child.stop(stopMs)
    },
    kill: () => {
      stopping = true
      for (const child of children) child.kill()
    },
  }
}

function lateness(child: Child): { promise: Promise<StartError>; cancel: () => void } {
  let timer: NodeJS.Timeout | undefined
  const promise = new Promise<StartError>((resolve) => {
    timer = setTimeout(() => {
      const limit = readyMs / 1_000
      resolve(
        new StartError(
          `The ${child.name} was not ready within ${limit} seconds. See ${child.logFile}.`,
        ),
      )
    }, readyMs)
  })
  return { promise, cancel: () => clearTimeout(timer) }
}

function describeExit(child: Child, exit: ChildExit): string {
  const how = exit.signal === null ? `with code ${exit.code ?? 0}` : `by ${exit.signal}`
  const said = exit.lastLines.map((line) => `  ${line}`).join('\n')
  return `The ${child.name} ended ${how}.${said === '' ? '' : ` Its last words:\n${said}`}`
}
