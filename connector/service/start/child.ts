import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'

import { stopMessage } from './stop-message.js'

export interface ChildOptions {
  /** What people call it, for example `worker`. */
  readonly name: string
  /** The main module, from the project's root. */
  readonly script: string
  readonly args?: readonly string[]
  /** Options of Node.js besides those that every child has. */
  readonly nodeOptions?: readonly string[]
  /** Settings besides those this process has. */
  readonly env: Readonly<Record<string, string>>
  /** Gets all it prints. */
  readonly logFile: string
  /** Gets each line of its standard output. */
  readonly onLine?: (line: string) => void
  /** What `ready` resolves to on this printed line; undefined: it is not the ready line. */
  readonly readyLine: (line: string) => string | undefined
}

export interface ChildExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** The last lines it printed. */
  readonly lastLines: readonly string[]
}

export interface Child {
  readonly name: string
  readonly logFile: string
  readonly pid: number | undefined
  /** Resolves when the child printed its ready line; never rejects, so watch `exited` as well. */
  readonly ready: Promise<string>
  readonly exited: Promise<ChildExit>
  /** Asks the child to stop, ends it when it has not within the time, resolves once it is gone. */
  readonly stop: (graceMs: number) => Promise<ChildExit>
  /** Ends the child at once. */
  readonly kill: () => void
}

const root = new URL('../../../', import.meta.url)
const followParent = new URL('follow-parent.ts', import.meta.url)
const keptLines = 20

/**
 * Rows in bulk are short-lived objects: with more room for them (MiB) half of the collecting goes.
 * V8 would put some among the old ones from the start, where they keep the others from being
 * collected as long as they are not collected themselves.
 */
const forShortLivedObjects = ['--max-semi-space-size=32', '--no-allocation-site-pretenuring']

/**
 * Runs one of our main modules in a process of its own, in a process group of its own: Ctrl-C then
 * reaches the parent alone, which stops its children in order.
 */
export function startChild(options: ChildOptions): Child {
  const { name, script, args = [], nodeOptions = [], env, logFile, onLine, readyLine } = options
  const child = spawn(
    process.execPath,
    [
      ...forShortLivedObjects,
      ...nodeOptions,
      ...['--import', 'tsx', '--import', followParent.href, script],
      ...args,
    ],
    {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
      windowsHide: true,
    },
  )
  const log = createWriteStream(logFile, { flags: 'a' })
  const lastLines: string[] = []

  const ready = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue
      createInterface({ input: stream }).on('line', (line) => {
        log.write(`${line}\n`)
        lastLines.push(line)
        if (lastLines.length > keptLines) lastLines.shift()
        if (stream !== child.stdout) return
        onLine?.(line)
        const answer = readyLine(line)
        if (answer !== undefined) resolve(answer)
      })
    }
  })

  const exited = new Promise<ChildExit>((resolve) => {
    child.once('error', (error) => lastLines.push(error.message))
    child.once('close', (code, signal) => {
      // Whoever waited for the end finds the whole log.
      log.end(() => {
        resolve({ code, signal, lastLines })
      })
    })
  })

  return {
    name,
    logFile,
    pid: child.pid,
    ready,
    exited,
    stop: async (graceMs) => {
      if (child.connected) child.send(stopMessage, () => undefined)
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
      const exit = await exited
      clearTimeout(timer)
      return exit
    },
    kill: () => child.kill('SIGKILL'),
  }
}
