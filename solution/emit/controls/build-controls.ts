import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { controlFolders } from './control-folders.js'
import type { ControlFolder } from './control-folders.js'
import { sourceStamp } from './source-stamp.js'

const projectFolder = fileURLToPath(new URL('../../../', import.meta.url))
const sources = join(projectFolder, 'controls')
const output = join(projectFolder, 'dist', 'controls')
/** Says of which sources the output was made, so that an unchanged build is not repeated. */
const stampFile = join(output, '.sources')
const madeOf = ['package-lock.json', 'controls', 'solution/tables', 'solution/model']

export interface BuiltControl extends ControlFolder {
  /** The folder with `ControlManifest.xml`, `bundle.js` and `strings/`. */
  readonly path: string
}

export interface BuildOptions {
  /** Builds though nothing has changed (default: no). */
  readonly force?: boolean
  /** Ends the build, which then rejects. */
  readonly signal?: AbortSignal
}

/**
 * Builds every control for production with pcf-scripts into `dist/controls/<folder>`; does nothing
 * when that was made of the same sources. Rejects with what pcf-scripts printed when a build fails:
 * pcf-scripts itself ends with exit code 0 then, so its words and its output are examined instead.
 */
export async function buildControls({ force = false, signal }: BuildOptions = {}): Promise<
  readonly BuiltControl[]
> {
  const controls = await controlFolders(sources)
  if (controls.length === 0) return []
  const stamp = await sourceStamp(projectFolder, madeOf)
  if (force || (await madeStamp()) !== stamp) {
    await rm(output, { recursive: true, force: true })
    await mkdir(output, { recursive: true })
    const log = await runPcfScripts(signal)
    for (const control of controls) await examine(control, log)
    await writeFile(stampFile, stamp)
  }
  return controls.map((control) => ({ ...control, path: join(output, control.folder) }))
}

/** Whether `dist/controls` was made of the sources as they are now. */
export async function areControlsBuilt(): Promise<boolean> {
  return (await madeStamp()) === (await sourceStamp(projectFolder, madeOf))
}

/** Of which sources the output was made; empty where there is no whole build. */
export function madeStamp(): Promise<string> {
  return readFile(stampFile, 'utf8').catch(() => '')
}

/** The controls that `dist/controls` holds whole, whatever sources they were made of. */
export async function controlsAtHand(): Promise<readonly BuiltControl[]> {
  if ((await madeStamp()) === '') return []
  const controls = await controlFolders(sources)
  return controls
    .map((control) => ({ ...control, path: join(output, control.folder) }))
    .filter(({ path }) => existsSync(join(path, 'bundle.js')))
}

function runPcfScripts(signal?: AbortSignal): Promise<string> {
  const script = join(projectFolder, 'node_modules', 'pcf-scripts', 'bin', 'pcf-scripts.js')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, 'build', '--buildMode', 'production'], {
      cwd: sources,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal ? { signal } : {}),
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      const log = Buffer.concat(chunks).toString('utf8')
      if (code !== 0 || /\bFailed\b/.test(log) || !log.includes('Succeeded')) {
        reject(new Error(`pcf-scripts could not build the controls.\n${log}`))
      } else resolve(log)
    })
  })
}

/** A build whose types are wrong leaves a bundle without the statement that registers the control. */
async function examine(control: ControlFolder, log: string): Promise<void> {
  const folder = join(output, control.folder)
  const name = `${control.namespace}.${control.constructorName}`
  const bundle = await readFile(join(folder, 'bundle.js'), 'utf8').catch(() => '')
  const manifest = await readFile(join(folder, 'ControlManifest.xml'), 'utf8').catch(() => '')
  if (!bundle.includes(`registerControl('${name}'`) || manifest === '') {
    throw new Error(`pcf-scripts left no complete build of ${name} in ${folder}.\n${log}`)
  }
  // Licences of libraries stand in the bundle's own comments; the platform takes only named files.
  await rm(join(folder, 'bundle.js.LICENSE.txt'), { force: true })
}
