import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const toolPackage = 'Microsoft.PowerApps.CLI.Tool'
const installMs = 300_000

/** The platform's command-line tool, or why there is none. */
export type FoundPac = { readonly path: string } | { readonly missing: string }

/**
 * The `pac` that PAC names or that was installed in `folder` before; else it is installed there as a
 * .NET tool, where the .NET SDK is on the machine and its package source has the tool.
 */
export async function findPac(
  folder: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<FoundPac> {
  const named = env['PAC']
  if (named !== undefined && named !== '') {
    return existsSync(named)
      ? { path: named }
      : { missing: `PAC names ${named}, which is not there` }
  }
  const path = join(folder, process.platform === 'win32' ? 'pac.exe' : 'pac')
  if (existsSync(path)) return { path }
  try {
    await run('dotnet', ['--version'], { env })
  } catch {
    return { missing: 'the .NET SDK (dotnet) is not on this machine' }
  }
  try {
    const install = ['tool', 'install', toolPackage, '--tool-path', folder]
    await run('dotnet', install, { env, timeout: installMs })
    return existsSync(path) ? { path } : { missing: `${toolPackage} brought no ${path}` }
  } catch (error) {
    return { missing: `${toolPackage} cannot be installed as a .NET tool (${reason(error)})` }
  }
}

/** The first line that the installer said, without addresses. */
function reason(error: unknown): string {
  const output = error as { readonly stderr?: string; readonly stdout?: string }
  const said = `${output.stderr ?? ''}\n${output.stdout ?? ''}`
  const line = said.split('\n').find((one) => one.trim() !== '')
  return (line ?? String(error)).replace(/https?:\/\/\S+/g, '').trim()
}
