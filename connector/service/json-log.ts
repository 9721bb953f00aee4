import type { Log } from './log.js'
import { logLevels } from './settings.js'
import type { LogLevel } from './settings.js'

/** A log of one JSON object a line: time, level, message and the fields given. */
export function createJsonLog(
  least: LogLevel,
  write: (line: string) => void,
  now: () => number = Date.now,
): Log {
  const logAt = (level: LogLevel) => {
    if (logLevels.indexOf(level) < logLevels.indexOf(least)) return () => undefined
    return (fields: object, message: string) => {
      const time = new Date(now()).toISOString()
      write(`${JSON.stringify({ time, level, message, ...fields }, withErrors)}\n`)
    }
  }
  return { debug: logAt('debug'), info: logAt('info'), warn: logAt('warn'), error: logAt('error') }
}

/** JSON leaves out what an error holds, its cause above all. */
function withErrors(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value
  const { name, message, stack, cause } = value
  return { ...Object.fromEntries(Object.entries(value)), name, message, stack, cause }
}
