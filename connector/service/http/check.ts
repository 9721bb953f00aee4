import { mostDetails } from './errors.js'
import type { ErrorDetail } from './errors.js'
import { isDateTime, isGuid } from './formats.js'
import { inWords } from './json-schema.js'
import type { JsonSchema, SchemaType } from './json-schema.js'
import { shorten } from './shorten.js'

/**
 * What a value does not have that the schema asks for; at most `mostDetails` faults, so that an
 * answer costs no more than the request is worth. Objects with declared properties take no others.
 *
 * @param path Place of the value, for example `items[3]`; empty for the whole.
 * @param whole What the value is when it has no place: `The body`, `The query`.
 */
export function check(
  schema: JsonSchema,
  value: unknown,
  path: string,
  whole: string,
): readonly ErrorDetail[] {
  const faults: ErrorDetail[] = []
  checkValue(schema, value, { path, whole, faults })
  return faults
}

interface Place {
  readonly path: string
  readonly whole: string
  readonly faults: ErrorDetail[]
}

function checkValue(schema: JsonSchema, value: unknown, place: Place): void {
  if (place.faults.length >= mostDetails) return
  if (value === null && schema['x-nullable'] === true) return
  if (!isOfType(schema.type, value)) {
    add(place, schema, value, `is ${shorten(value)}`, textAdvice(schema, value))
  } else if (typeof value === 'string') {
    checkText(schema, value, place)
  } else if (typeof value === 'number') {
    const { minimum = -Infinity, maximum = Infinity } = schema
    if (value < minimum || value > maximum) add(place, schema, value, `is ${value}`)
  } else if (Array.isArray(value)) {
    checkList(schema, value, place)
  } else if (typeof value === 'object' && value !== null) {
    checkObject(schema, value, place)
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

function checkText(schema: JsonSchema, value: string, place: Place): void {
  const { minLength = 0, maxLength = Infinity, format } = schema
  if (schema.enum && !schema.enum.includes(value)) {
    add(place, schema, value, `is ${shorten(value)}`)
  } else if (value.length < minLength) {
    add(place, schema, value, 'is empty')
  } else if (value.length > maxLength) {
    add(place, schema, value, `has ${value.length} characters`)
  } else if (format === 'date-time' ? !isDateTime(value) : format === 'uuid' && !isGuid(value)) {
    add(place, schema, value, `is ${shorten(value)}`)
  }
}

function checkList(schema: JsonSchema, list: readonly unknown[], place: Place): void {
  const { minItems = 0, maxItems = Infinity, items } = schema
  if (list.length < minItems || list.length > maxItems) {
    const advice = list.length > maxItems ? 'Divide it into several requests.' : ''
    add(place, schema, list, `has ${list.length} entries`, advice)
    return
  }
  if (!items) return
  for (let index = 0; index < list.length && place.faults.length < mostDetails; index++) {
    checkValue(items, list[index], { ...place, path: `${place.path}[${index}]` })
  }
}

function checkObject(schema: JsonSchema, value: object, place: Place): void {
  const { properties, required = [], minProperties = 0 } = schema
  const at = (name: string): Place => ({
    ...place,
    path: place.path === '' ? name : `${place.path}.${name}`,
  })
  if (Object.keys(value).length < minProperties) add(place, schema, value, 'is empty')
  for (const name of required) {
    if (Object.hasOwn(value, name)) continue
    const { path, faults } = at(name)
    const expected = inWords(properties?.[name] ?? {})
    faults.push({ path, message: `${path} is missing, expected ${expected}.`, expected })
  }
  if (!properties) return
  for (const [name, entry] of Object.entries(value)) {
    if (place.faults.length >= mostDetails) return
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined
    if (property) checkValue(property, entry, at(name))
    else addUnknown(at(shorten(name).slice(1, -1)), place, name, Object.keys(properties))
  }
}

function addUnknown(at: Place, owner: Place, name: string, known: readonly string[]): void {
  const expected = known.length === 0 ? 'nothing' : `only ${known.join(', ')}`
  at.faults.push({
    path: at.path,
    message: `${owner.path || owner.whole} takes no ${shorten(name)}, expected ${expected}.`,
    value: shorten(name),
    expected,
  })
}

function add(place: Place, schema: JsonSchema, value: unknown, found: string, advice = ''): void {
  const expected = inWords(schema)
  place.faults.push({
    path: place.path,
    message: `${place.path || place.whole} ${found}, expected ${expected}.${advice && ` ${advice}`}`,
    value: shorten(value),
    expected,
  })
}

function textAdvice(schema: JsonSchema, value: unknown): string {
  return schema.type === 'string' && (typeof value === 'number' || typeof value === 'boolean')
    ? `Write it as text: "${value}".`
    : ''
}
