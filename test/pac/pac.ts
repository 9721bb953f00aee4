import { spawn } from 'node:child_process'

export const packageTypes = ['Unmanaged', 'Managed'] as const
export type PackageType = (typeof packageTypes)[number]

/** What the tool was told and what it said, for a failure or its warnings. */
export interface PacResult {
  readonly code: number | null
  readonly output: string
}

export interface Pac {
  readonly pack: (folder: string, zip: string, type: PackageType) => Promise<PacResult>
  readonly unpack: (zip: string, folder: string, type: PackageType) => Promise<PacResult>
}

/** The two commands of the tool that are used here. */
export function pacAt(path: string): Pac {
  const solution = (action: 'pack' | 'unpack', zip: string, folder: string, type: PackageType) =>
    run(path, [
      ...['solution', action, '--zipfile', zip],
      ...['--folder', folder, '--packagetype', type],
      ...['--errorlevel', 'Warning'],
    ])
  return {
    pack: (folder, zip, type) => solution('pack', zip, folder, type),
    unpack: (zip, folder, type) => solution('unpack', zip, folder, type),
  }
}

function run(path: string, args: readonly string[]): Promise<PacResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part: Buffer) => (output += part.toString()))
    }
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}
