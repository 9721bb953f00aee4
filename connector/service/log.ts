type Write = (fields: object, message: string) => void

/** Structured logging, as pino and Fastify offer it. */
export interface Log {
  readonly debug: Write
  readonly info: Write
  readonly warn: Write
  readonly error: Write
}
