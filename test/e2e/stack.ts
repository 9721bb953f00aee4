import { execFile, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

import { projectFolder } from '../run/checks.js'

const run = promisify(execFile)

/** What `npm start` starts, with addresses and a data folder of its own. */
export interface Stack {
  /** Address of the app, without a slash at its end. */
  readonly app: string
  /** Root of the Web API, without a slash at its end. */
  readonly webApi: string
  /** Address of the service with its base path. */
  readonly service: string
  /** All it printed so far. */
  readonly output: () => string
  /** Presses Ctrl-C, and resolves to the exit code once it has ended. */
  readonly interrupt: () => Promise<number | null>
  /** The processes that it has started, the ones of those too. Empty on Windows. */
  readonly descendants: () => Promise<readonly number[]>
}

/** Runs what `npm start` runs, and resolves when all of it runs and the example is there. */
export function startStack(dataDirectory: string, args: readonly string[] = []): Promise<Stack> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'connector/service/main/start.ts', ...args],
    {
      cwd: projectFolder,
      env: {
        ...process.env,
        LOCAL_DATA_DIR: dataDirectory,
        LOCAL_DATAVERSE_PORT: '0',
        INTEGRATION_PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  process.once('exit', () => child.kill('SIGINT'))
  let output = ''
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return new Promise((resolve, reject) => {
    void exited.then((code) => {
      reject(new Error(`npm start ended with code ${String(code)}:\n${output}`))
    })
    child.once('error', reject)
    createInterface({ input: child.stderr }).on('line', (line) => (output += `${line}\n`))
    createInterface({ input: child.stdout }).on('line', (line) => {
      output += `${line}\n`
      if (!line.startsWith('Running until')) return
      resolve({
        app: addressAfter('App', output),
        webApi: addressAfter('Web API', output),
        service: addressAfter('Service', output),
        output: () => output,
        interrupt: () => {
          child.kill('SIGINT')
          return exited
        },
        descendants: () => descendantsOf(child.pid ?? 0),
      })
    })
  })
}

function addressAfter(label: string, output: string): string {
  const address = new RegExp(`^${label}\\s+(\\S+?)/?$`, 'm').exec(output)?.[1]
  if (address === undefined) throw new Error(`No address of ${label} in:\n${output}`)
  return address
}

async function descendantsOf(ancestor: number): Promise<readonly number[]> {
  if (process.platform === 'win32') return []
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid='])
  const processes = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const found = new Set([ancestor])
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const [pid = 0, parent = 0] of processes) if (found.has(parent)) found.add(pid)
  }
  found.delete(ancestor)
  return [...found]
}

/** Resolves once none of the processes is there any more: helpers follow their parents in a moment. */
export async function untilGone(pids: readonly number[]): Promise<void> {
  while (pids.some(isRunning)) await pause(50)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
