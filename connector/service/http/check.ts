import { mostDetails } from './errors.js'
import type { ErrorDetail } from './errors.js'
import { isDateTime, isGuid } from './formats.js'
import { inWords } from './json-schema.js'
import type { JsonSchema, SchemaType } from './json-schema.js'
import { pathOf } from './place.js'
import type { Place } from './place.js'
import { shorten } from './shorten.js'

/**
 * What a value does not have that the schema asks for; about `mostDetails` faults at most, so that
 * an answer costs no more than the request is worth. Objects with declared properties take no others.
 *
 * @param whole What the value is called where it has no place: `The body`, `The query`.
 */
export function check(schema: JsonSchema, value: unknown, whole: string): readonly ErrorDetail[] {
  const checker = new Checker(whole)
  checker.value(schema, value, null)
  return checker.faults
}

class Checker {
  readonly faults: ErrorDetail[] = []
  readonly #whole: string

  constructor(whole: string) {
    this.#whole = whole
  }

  value(schema: JsonSchema, value: unknown, place: Place | null): void {
    if (value === null && schema['x-nullable'] === true) return
    if (!isOfType(schema.type, value)) {
      this.#add(schema, value, place, `is ${shorten(value)}`, textAdvice(schema, value))
    } else if (typeof value === 'string') {
      this.#text(schema, value, place)
    } else if (typeof value === 'number') {
      const { minimum = -Infinity, maximum = Infinity } = schema
      if (value < minimum || value > maximum) this.#add(schema, value, place, `is ${value}`)
    } else if (Array.isArray(value)) {
      this.#list(schema, value, place)
    } else if (typeof value === 'object' && value !== null) {
      this.#object(schema, value, place)
    }
  }

  #text(schema: JsonSchema, value: string, place: Place | null): void {
    const { minLength = 0, maxLength = Infinity } = schema
    if (value.length < minLength) {
      this.#add(schema, value, place, 'is empty')
    } else if (value.length > maxLength) {
      this.#add(schema, value, place, `has ${value.length} characters`)
    } else if (!isOneOf(schema, value) || !hasFormat(schema, value)) {
      this.#add(schema, value, place, `is ${shorten(value)}`)
    }
  }

  #list(schema: JsonSchema, list: readonly unknown[], place: Place | null): void {
    const { minItems = 0, maxItems = Infinity, items } = schema
    if (list.length < minItems || list.length > maxItems) {
      const advice = list.length > maxItems ? ' Divide it into several requests.' : ''
      this.#add(schema, list, place, `has ${list.length} entries`, advice)
    } else if (items) {
      for (let key = 0; key < list.length && this.faults.length < mostDetails; key++) {
        this.value(items, list[key], { owner: place, key })
      }
    }
  }

  #object(schema: JsonSchema, object: object, place: Place | null): void {
    const { properties, required = [], minProperties = 0 } = schema
    if (minProperties > 0 && Object.keys(object).length < minProperties) {
      this.#add(schema, object, place, 'is empty')
    }
    for (const key of required) {
      if (!Object.hasOwn(object, key)) {
        this.#addMissing(properties?.[key] ?? {}, { owner: place, key })
      }
    }
    if (!properties) return
    const values = object as Readonly<Record<string, unknown>>
    for (const key in values) {
      if (this.faults.length >= mostDetails) return
      const property = Object.hasOwn(properties, key) ? properties[key] : undefined
      if (property) this.value(property, values[key], { owner: place, key })
      else this.#addUnknown(Object.keys(properties), key, place)
    }
  }

  #add(schema: JsonSchema, value: unknown, place: Place | null, found: string, advice = ''): void {
    const path = pathOf(place)
    const expected = inWords(schema)
    const message = `${path || this.#whole} ${found}, expected ${expected}.${advice}`
    this.faults.push({ path, message, value: shorten(value), expected })
  }

  #addMissing(schema: JsonSchema, place: Place): void {
    const path = pathOf(place)
    const expected = inWords(schema)
    this.faults.push({ path, message: `${path} is missing, expected ${expected}.`, expected })
  }

  #addUnknown(known: readonly string[], key: string, owner: Place | null): void {
    const value = shorten(key)
    const expected = `only ${known.join(', ')}`
    const message = `${pathOf(owner) || this.#whole} takes no ${value}, expected ${expected}.`
    this.faults.push({ path: pathOf({ owner, key }), message, value, expected })
  }
}

function isOfType(type: SchemaType | undefined, value: unknown): boolean {
  switch (type) {
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type
    case 'integer':
      return Number.isInteger(value)
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case undefined:
      return true
  }
}

function isOneOf({ enum: choices }: JsonSchema, value: string): boolean {
  return choices === undefined || choices.includes(value)
}

function hasFormat({ format }: JsonSchema, value: string): boolean {
  if (format === 'date-time') return isDateTime(value)
  return format !== 'uuid' || isGuid(value)
}

function textAdvice({ type }: JsonSchema, value: unknown): string {
  const isScalar = typeof value === 'number' || typeof value === 'boolean'
  return type === 'string' && isScalar ? ` Write it as text: "${value}".` : ''
}
