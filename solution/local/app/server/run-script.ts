import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { projectFolder } from '../build/client-files.js'

/**
 * Runs one of the project's scripts in a process of its own, so that requests are answered meanwhile.
 * Rejects with what it printed as errors where it fails, or ends because of `signal`.
 */
export function runScript(path: string, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(projectFolder, path)], {
      cwd: projectFolder,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(signal ? { signal } : {}),
    })
    const chunks: Buffer[] = []
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else {
        const said = Buffer.concat(chunks).toString('utf8').trim()
        reject(new Error(said || `${path} ended with code ${String(code)}.`))
      }
    })
  })
}
