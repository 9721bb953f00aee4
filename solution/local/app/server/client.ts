import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { builtClient, clientStamp, projectFolder } from '../build/client-files.js'

export type ClientState =
  | { readonly state: 'building' }
  | { readonly state: 'ready'; readonly stamp: string; readonly script: string }
  | { readonly state: 'failed'; readonly message: string }

/** Where the client's script comes from. */
export interface ClientSource {
  /** The script as of now; starts making it where it is missing, and again after a failure. */
  readonly current: () => Promise<ClientState>
}

interface ClientBuild {
  /** The script made of the sources of this stamp, or undefined where there is none. */
  readonly built: (stamp: string) => Promise<string | undefined>
  readonly build: () => Promise<void>
}

/**
 * The client as built from the sources of now. A missing build is made in a process of its own, so
 * that requests are answered meanwhile.
 */
export function clientSource({
  built = builtClient,
  build = buildInProcess,
}: Partial<ClientBuild> = {}): ClientSource {
  let ready: ClientState | undefined
  let building: Promise<void> | undefined
  let failure: string | undefined
  return {
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
      building ??= build()
        .catch((error: unknown) => {
          failure = error instanceof Error ? error.message : String(error)
        })
        .finally(() => (building = undefined))
      return { state: 'building' }
    },
  }
}

function buildInProcess(): Promise<void> {
  const script = join(projectFolder, 'solution', 'local', 'app', 'build', 'main.ts')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script], {
      cwd: projectFolder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else
        reject(
          new Error(Buffer.concat(chunks).toString('utf8').trim() || `Exit code ${code ?? ''}`),
        )
    })
  })
}
