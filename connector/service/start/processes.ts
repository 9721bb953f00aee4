import { join } from 'node:path'

import type { ChildOptions } from './child.js'
import type { StartSettings } from './settings.js'

/** The address in a line such as `... ready at http://127.0.0.1:8080`, without a path. */
function addressIn(line: string): string | undefined {
  return /https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+/.exec(line)?.[0]
}

/** What the local host begins the lines with that are for people. */
const noteMark = 'Note: '

/** `tell` gets sentences for people, such as that it builds the controls. */
export function localDataverse(
  settings: StartSettings,
  solutions: readonly string[] = [],
  tell: (sentence: string) => void = () => undefined,
): ChildOptions {
  return {
    name: 'local Dataverse Web API',
    script: 'solution/local/main.ts',
    args: [
      ...['--port', String(settings.dataversePort), '--data', settings.dataFile],
      ...solutions.flatMap((path) => ['--solution', path]),
    ],
    env: {},
    logFile: join(settings.dataDirectory, 'local-dataverse.log'),
    onLine: (line) => {
      if (line.startsWith(noteMark)) tell(line.slice(noteMark.length))
    },
    readyLine: addressIn,
  }
}

/** `env`: settings besides. */
export function service(
  settings: StartSettings,
  dataverseUrl: string,
  env: Readonly<Record<string, string>> = {},
): ChildOptions {
  return {
    name: 'service',
    script: 'connector/service/main/service.ts',
    args: ['--no-worker'],
    env: {
      ...env,
      ...onThisMachine(dataverseUrl),
      INTEGRATION_PORT: String(settings.servicePort),
    },
    logFile: join(settings.dataDirectory, 'service.log'),
    readyLine: addressIn,
  }
}

/**
 * MiB of objects that last, at most. A worker holds a tenth of it; a bound makes the collector give
 * memory back instead of letting the process grow with the machine's size.
 */
const roomForLastingObjects = '--max-old-space-size=512'

export function worker(settings: StartSettings, dataverseUrl: string): ChildOptions {
  return {
    name: 'worker',
    script: 'connector/service/main/worker.ts',
    nodeOptions: [roomForLastingObjects],
    env: { ...onThisMachine(dataverseUrl), POLL_MS: '250', LEASE_SECONDS: '20' },
    logFile: join(settings.dataDirectory, 'worker.log'),
    readyLine: (line) => line,
  }
}

/** Overrides what a terminal may have set to reach another environment. */
function onThisMachine(dataverseUrl: string): Readonly<Record<string, string>> {
  return {
    DATAVERSE_URL: dataverseUrl,
    INTEGRATION_HOST: '127.0.0.1',
    PUBLIC_BASE_URL: '',
    AUTH_MODE: 'none',
  }
}
