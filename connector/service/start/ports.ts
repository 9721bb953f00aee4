import { createServer } from 'node:net'

import { StartError } from './settings.js'

/**
 * Refuses a port on loopback that somebody listens on, before anything is started.
 *
 * @throws StartError naming the port, what it was for and the variable that changes it.
 */
export async function requireFreePort(
  port: number,
  purpose: string,
  variable: string,
): Promise<void> {
  if (port === 0) return
  const problem = await listenOnce(port)
  if (problem === undefined) return
  const why = problem === 'EADDRINUSE' ? 'is in use' : `cannot be opened (${problem})`
  throw new StartError(
    `Port ${port}, meant for ${purpose}, ${why}. Stop what listens there, ` +
      `or set ${variable} to another port (0: any free one).`,
  )
}

/** The error code of listening there, or undefined where it went well. */
function listenOnce(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.close(() => resolve(undefined))
    })
  })
}
