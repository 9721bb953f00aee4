import { join, resolve } from 'node:path'

/** What `npm start` is told by its environment. */
export interface StartSettings {
  /** Port of the local Dataverse Web API; 0: any free one. */
  readonly dataversePort: number
  /** Port of the service; 0: any free one. */
  readonly servicePort: number
  /** Absolute path of the folder with the data file and the logs. */
  readonly dataDirectory: string
  /** Absolute path of the data file. */
  readonly dataFile: string
}

export const portVariable = {
  dataverse: 'LOCAL_DATAVERSE_PORT',
  service: 'INTEGRATION_PORT',
} as const

/** @throws StartError naming the variable, its value and what it takes. */
export function readStartSettings(env: NodeJS.ProcessEnv): StartSettings {
  const dataDirectory = resolve(env.LOCAL_DATA_DIR ?? '.local')
  return {
    dataversePort: port(env, portVariable.dataverse, 8080),
    servicePort: port(env, portVariable.service, 8081),
    dataDirectory,
    dataFile: join(dataDirectory, 'dataverse.db'),
  }
}

function port(env: NodeJS.ProcessEnv, variable: string, otherwise: number): number {
  const text = env[variable]
  if (text === undefined || text === '') return otherwise
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new StartError(`${variable} is "${text}". Expected a port from 0 (any free one) to 65535.`)
}

/** Thrown where `npm start` cannot go on and its message says all there is to say. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
