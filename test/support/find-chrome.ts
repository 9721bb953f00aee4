import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'

import { chromePlaces } from './chrome-places.js'
import { unpackChromium } from './unpack-chromium.js'

/** A browser that can be started, and how. */
export interface Chrome {
  readonly executablePath: string
  readonly args: readonly string[]
  /** Environment variables it needs besides those of this process. */
  readonly env: Readonly<Record<string, string>>
}

/** What the search needs to know of the machine it runs on. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isRoot: boolean
  /** True inside a container, where Chrome's sandbox has no namespaces to use. */
  readonly isContainer: boolean
  /** True when there is a program at the path and it starts. */
  readonly starts: (path: string, env: Readonly<Record<string, string>>) => Promise<boolean>
  /** Unpacks the Chromium of the npm package and the libraries it may need. */
  readonly unpack: () => Promise<{ executablePath: string; libraries: string; fonts: string }>
}

/** The browser the tests may use cannot be found, or the one named by CHROME_BIN does not start. */
export class ChromeNotFoundError extends Error {}

/**
 * Finds a browser: the one CHROME_BIN names, else Chrome, Chromium or Edge in the usual places,
 * else (on Linux) the Chromium of the npm package @sparticuz/chromium.
 */
export async function findChrome(machine: Machine = thisMachine): Promise<Chrome> {
  const { platform, env, starts } = machine
  const sandboxFails = machine.isRoot || machine.isContainer || Boolean(env['CI'])
  const args = [...headlessArgs, ...(sandboxFails ? ['--no-sandbox'] : [])]

  const named = env['CHROME_BIN']
  if (named) {
    if (await starts(named, {})) return { executablePath: named, args, env: {} }
    throw new ChromeNotFoundError(
      `CHROME_BIN is "${named}", which is no program that starts. Name a Chrome, Chromium or Edge, or unset it.`,
    )
  }
  for (const place of chromePlaces(platform, env)) {
    if (await starts(place, {})) return { executablePath: place, args, env: {} }
  }
  if (platform === 'linux') return packagedChrome(machine)
  throw new ChromeNotFoundError(
    'No Chrome, Chromium or Edge found in the usual places. Install one, or set CHROME_BIN to its path.',
  )
}

async function packagedChrome(machine: Machine): Promise<Chrome> {
  const { executablePath, libraries, fonts } = await machine.unpack()
  // It comes without the helper that Chrome's sandbox needs.
  const args = [...headlessArgs, '--no-sandbox', '--no-zygote']
  const plain = { FONTCONFIG_PATH: fonts }
  for (const env of [plain, { ...plain, LD_LIBRARY_PATH: libraries }]) {
    if (await machine.starts(executablePath, env)) return { executablePath, args, env }
  }
  throw new ChromeNotFoundError(
    `No Chrome, Chromium or Edge found, and the one of @sparticuz/chromium (${executablePath}) does not start on this machine. Install one, or set CHROME_BIN to its path.`,
  )
}

/** For a machine without screen, graphics card or network. */
const headlessArgs = [
  '--headless=new',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  isContainer: existsSync('/.dockerenv') || existsSync('/run/.containerenv'),
  starts,
  unpack: unpackChromium,
}

function starts(path: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  if (!existsSync(path)) return Promise.resolve(false)
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return Promise.resolve(true)
  return new Promise((resolve) => {
    execFile(path, ['--version'], { env: { ...process.env, ...env } }, (error) => resolve(!error))
  })
}
