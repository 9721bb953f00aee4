import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Unpacks the browser of the npm package @sparticuz/chromium, and the libraries it may need, into a
 * temporary folder of this user (once a version). The package itself would unpack into the shared
 * temporary folder, where a half-written file or another user's is taken for a good one.
 */
export async function unpackChromium(): Promise<{
  executablePath: string
  libraries: string
  fonts: string
}> {
  const folder = join(tmpdir(), `chromium-${await packageVersion()}-${String(userInfo().uid)}`)
  if (!existsSync(folder)) await unpackInto(folder)
  return {
    executablePath: join(folder, 'chromium'),
    libraries: join(folder, 'al2023', 'lib'),
    fonts: join(folder, 'fonts'),
  }
}

async function packageVersion(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'))
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (!existsSync(manifest)) continue
    const { name, version } = JSON.parse(await readFile(manifest, 'utf8')) as {
      name?: string
      version?: string
    }
    if (name === '@sparticuz/chromium' && version) return version
  }
  throw new Error(`No package.json of @sparticuz/chromium above ${entry}.`)
}

async function unpackInto(folder: string): Promise<void> {
  const staging = await mkdtemp(`${folder}-unpacking-`)
  try {
    // In a process of its own: the package reads these variables when it is loaded.
    await run(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()",
      ],
      {
        cwd: dirname(fileURLToPath(import.meta.url)),
        env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
      },
    )
    await mkdir(dirname(folder), { recursive: true })
    await rename(staging, folder)
  } catch (error) {
    await rm(staging, { recursive: true, force: true })
    // Another run may have been quicker.
    if (!existsSync(folder)) throw error
  }
}
