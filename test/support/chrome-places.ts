import { posix, win32 } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

const linuxNames = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const windowsApplications = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** Where Chrome, Chromium and Edge usually are, in the order in which they are tried. */
export function chromePlaces(platform: NodeJS.Platform, env: Environment): readonly string[] {
  if (platform === 'darwin') {
    return ['/Applications', `${env['HOME'] ?? ''}/Applications`].flatMap((folder) =>
      macApplications.map((application) => posix.join(folder, application)),
    )
  }
  if (platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const folder = env[name]
      return folder ? windowsApplications.map((file) => win32.join(folder, file)) : []
    })
  }
  return [
    ...(env['PATH'] ?? '').split(':').filter(Boolean),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
  ].flatMap((folder) => linuxNames.map((name) => posix.join(folder, name)))
}
