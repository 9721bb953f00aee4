import { isUtf8 } from 'node:buffer'

import type { FastifyInstance } from 'fastify'

import { ApiError } from './errors.js'

/** Longest body in bytes: 20,000 items of over 1,600 bytes each. */
export const longestBody = 32 * 1024 * 1024

/** Takes JSON in UTF-8 and nothing else, and tells where a body stops being JSON. */
export function parseJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = body as Buffer
    if (!isUtf8(bytes)) {
      done(malformed('it is not UTF-8.'))
      return
    }
    const text = bytes.toString('utf8')
    void parse(request, text, (error, value?: unknown) => {
      if (error) done(malformed(reasonFor(text)))
      else done(null, value)
    })
  })
}

function malformed(reason: string): ApiError {
  return new ApiError('MalformedJson', { reason }, [{ path: '', message: `The body: ${reason}` }])
}

function reasonFor(text: string): string {
  if (text.trim() === '') return 'it is empty.'
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}.`
  }
  return 'it holds a property __proto__ or constructor.prototype, which is taken nowhere.'
}
