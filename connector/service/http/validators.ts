import { check } from './check.js'
import { invalidRequest } from './errors.js'
import type { ApiError, ErrorDetail } from './errors.js'
import type { JsonSchema } from './json-schema.js'
import { textFaults } from './text-faults.js'

/** Checks one part of a request and gives what the handler gets. */
export type PartValidator = (value: unknown) => { error: ApiError } | { value: unknown }

/** A body is JSON: what it holds is taken as it is. */
export function bodyValidator(schema: JsonSchema): PartValidator {
  return (body) => {
    const faults = check(schema, body, 'The body')
    return judged(faults.length > 0 ? faults : textFaults(body), body)
  }
}

/** A query and a path are text: `pageSize=10` means the number, `jobStatus=Open,Failed` a list. */
export function textValidator(schema: JsonSchema, whole: string): PartValidator {
  const properties = Object.entries(schema.properties ?? {})
  return (given) => {
    const texts = given as Readonly<Record<string, unknown>>
    const values: Record<string, unknown> = { ...texts }
    for (const [name, property] of properties) {
      const text = texts[name]
      if (typeof text === 'string') values[name] = meantBy(property, text)
      else if (text === undefined && property.default !== undefined) values[name] = property.default
    }
    const faults = check(schema, values, whole)
    return judged(faults.length > 0 ? faults : textFaults(values), values)
  }
}

/** The value that a text stands for; the text itself where it stands for none. */
function meantBy(schema: JsonSchema, text: string): unknown {
  switch (schema.type) {
    case 'integer':
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text
    case 'array':
      return text.split(',')
    case 'string':
    case 'object':
    case undefined:
      return text
  }
}

function judged(
  [first, ...others]: readonly ErrorDetail[],
  value: unknown,
): { error: ApiError } | { value: unknown } {
  return first ? { error: invalidRequest(first, ...others) } : { value }
}
