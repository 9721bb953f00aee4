import { ChromeNotFoundError, findChrome } from './find-chrome.js'
import type { Machine } from './find-chrome.js'

const unpacked = {
  executablePath: '/cache/chromium',
  libraries: '/cache/al2023/lib',
  fonts: '/cache/fonts',
}

/** A machine on which the programs of `installed` start; remembers what was tried. */
function machine(installed: readonly string[], over: Partial<Machine> = {}) {
  const tried: string[] = []
  const fake: Machine = {
    platform: 'linux',
    env: { PATH: '/opt/tools:/usr/bin' },
    isRoot: false,
    isContainer: false,
    starts: (path) => {
      tried.push(path)
      return Promise.resolve(installed.includes(path))
    },
    unpack: () => Promise.resolve(unpacked),
    ...over,
  }
  return { fake, tried }
}

describe('findChrome', () => {
  it('takes the browser that CHROME_BIN names before any other', async () => {
    const { fake, tried } = machine(['/usr/bin/chromium', '/my/chrome'], {
      env: { CHROME_BIN: '/my/chrome', PATH: '/usr/bin' },
    })
    expect((await findChrome(fake)).executablePath).toBe('/my/chrome')
    expect(tried).toEqual(['/my/chrome'])
  })

  it('says so when CHROME_BIN names nothing that starts, and does not look further', async () => {
    const { fake } = machine(['/usr/bin/chromium'], {
      env: { CHROME_BIN: '/no/chrome', PATH: '/usr/bin' },
    })
    await expectAsync(findChrome(fake)).toBeRejectedWithError(ChromeNotFoundError, /"\/no\/chrome"/)
  })

  it('looks through PATH first, and prefers Chrome to Chromium to Edge in each folder', async () => {
    const { fake, tried } = machine(['/usr/bin/microsoft-edge', '/usr/bin/chromium'])
    expect((await findChrome(fake)).executablePath).toBe('/usr/bin/chromium')
    expect(tried[0]).toBe('/opt/tools/google-chrome-stable')
    expect(tried).not.toContain('/usr/bin/microsoft-edge')
  })

  it('finds a browser in a usual place that PATH does not name', async () => {
    const { fake } = machine(['/snap/bin/chromium'], { env: {} })
    expect((await findChrome(fake)).executablePath).toBe('/snap/bin/chromium')
  })

  it('passes over a program that is there but does not start', async () => {
    const { fake } = machine(['/usr/bin/microsoft-edge-stable'])
    expect((await findChrome(fake)).executablePath).toBe('/usr/bin/microsoft-edge-stable')
  })

  it('falls back on Linux to the packaged Chromium', async () => {
    const { fake } = machine([unpacked.executablePath])
    const chrome = await findChrome(fake)
    expect(chrome.executablePath).toBe(unpacked.executablePath)
    expect(chrome.args).toContain('--no-sandbox')
    expect(chrome.env).toEqual({ FONTCONFIG_PATH: unpacked.fonts })
  })

  it('gives the packaged Chromium its own libraries where the machine has none', async () => {
    const { fake } = machine([], {
      starts: (path, env) =>
        Promise.resolve(
          path === unpacked.executablePath && env['LD_LIBRARY_PATH'] === unpacked.libraries,
        ),
    })
    expect((await findChrome(fake)).env).toEqual({
      FONTCONFIG_PATH: unpacked.fonts,
      LD_LIBRARY_PATH: unpacked.libraries,
    })
  })

  it('says what to do when nothing starts at all', async () => {
    await expectAsync(findChrome(machine([]).fake)).toBeRejectedWithError(
      ChromeNotFoundError,
      /set CHROME_BIN/,
    )
  })

  it('does not fall back on macOS or Windows, which the package does not serve', async () => {
    for (const platform of ['darwin', 'win32'] as const) {
      const { fake } = machine([unpacked.executablePath], { platform })
      await expectAsync(findChrome(fake)).toBeRejectedWithError(ChromeNotFoundError, /CHROME_BIN/)
    }
  })

  it('looks into the application folders of macOS', async () => {
    const edge = '/Users/ada/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
    const { fake } = machine([edge], { platform: 'darwin', env: { HOME: '/Users/ada' } })
    expect((await findChrome(fake)).executablePath).toBe(edge)
  })

  it('looks into the program folders of Windows', async () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    const { fake } = machine([edge], {
      platform: 'win32',
      env: { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
    })
    expect((await findChrome(fake)).executablePath).toBe(edge)
  })

  it('switches the sandbox off only where it cannot work', async () => {
    const sandboxed = async (over: Partial<Machine>) =>
      !(await findChrome(machine(['/usr/bin/chromium'], over).fake)).args.includes('--no-sandbox')
    expect(await sandboxed({})).toBe(true)
    expect(await sandboxed({ isRoot: true })).toBe(false)
    expect(await sandboxed({ isContainer: true })).toBe(false)
    expect(await sandboxed({ env: { CI: 'true', PATH: '/usr/bin' } })).toBe(false)
  })
})
