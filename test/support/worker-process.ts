import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A worker in a process of its own, as an administrator runs it. */
export interface WorkerProcess {
  readonly signal: (name: NodeJS.Signals) => void
  /** Resolves when a line of its log contains the text. */
  readonly logged: (text: string) => Promise<void>
  readonly exited: Promise<void>
}

const root = fileURLToPath(new URL('../../', import.meta.url))

export function startWorkerProcess(
  dataverseUrl: string,
  settings: Readonly<Record<string, string>>,
): WorkerProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'connector/service/main/worker.ts'], {
    cwd: root,
    env: { ...process.env, DATAVERSE_URL: dataverseUrl, ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line)
    for (const look of waiting) look()
  })
  return {
    signal: (name) => {
      child.kill(name)
    },
    logged: (text) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!lines.some((line) => line.includes(text))) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    exited: new Promise((resolve) => {
      child.once('close', () => {
        resolve()
      })
    }),
  }
}
