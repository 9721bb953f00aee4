import type { DynamicList, DynamicProperties, Json, Schema } from './definition.js'
import { operationNamed } from './definition.js'
import type { Gateway } from './gateway.js'
import { schemaAt } from './request.js'
import type { Given } from './request.js'

export interface Choice {
  readonly value: unknown
  readonly title: string
}

/** A parameter, or a property within a body, or (after `items`) within each entry of a list. */
export interface Field {
  readonly operationId: string
  readonly path: string
  /** Property within the entries of the list at the path. */
  readonly entry?: string
}

/** What the designer offers for a field, by both ways in which a definition says it. */
export async function choicesOf(
  gateway: Gateway,
  field: Field,
  chosen: Given,
): Promise<{ readonly newer: readonly Choice[]; readonly older: readonly Choice[] }> {
  const schema = schemaOf(gateway, field)
  const list = schema['x-ms-dynamic-list']
  const values = schema['x-ms-dynamic-values']
  if (!list || !values) throw new Error(`${field.path} is no list of choices.`)
  const older: DynamicList = {
    operationId: values.operationId,
    itemValuePath: values['value-path'],
    ...(values['value-collection'] && { itemsPath: values['value-collection'] }),
    ...(values['value-title'] && { itemTitlePath: values['value-title'] }),
    ...(values.parameters && { parameters: values.parameters }),
  }
  return {
    newer: await listed(gateway, list, chosen),
    older: await listed(gateway, older, chosen),
  }
}

/** The fields that the designer shows for an object whose shape is asked for. */
export async function propertiesOf(
  gateway: Gateway,
  field: Field,
  chosen: Given,
): Promise<{ readonly newer: Schema; readonly older: Schema }> {
  const schema = schemaOf(gateway, field)
  const properties = schema['x-ms-dynamic-properties']
  const dynamic = schema['x-ms-dynamic-schema']
  if (!properties || !dynamic) throw new Error(`${field.path} has no shape to ask for.`)
  const older: DynamicProperties = {
    operationId: dynamic.operationId,
    ...(dynamic['value-path'] && { itemValuePath: dynamic['value-path'] }),
    ...(dynamic.parameters && { parameters: dynamic.parameters }),
  }
  return {
    newer: await shape(gateway, properties, chosen),
    older: await shape(gateway, older, chosen),
  }
}

function schemaOf(gateway: Gateway, { operationId, path, entry }: Field): Schema {
  const { parameters } = operationNamed(gateway.definition, operationId)
  const whole = parameters.map((parameter) => schemaAt(parameter, path)).find(Boolean)
  const schema = entry === undefined ? whole : whole?.items?.properties?.[entry]
  if (!schema) throw new Error(`${operationId} has no ${path} ${entry ?? ''}.`)
  return schema
}

async function listed(
  gateway: Gateway,
  list: DynamicList,
  chosen: Given,
): Promise<readonly Choice[]> {
  const entries: unknown[] = []
  let answer = await answerTo(gateway, list, chosen)
  for (;;) {
    entries.push(...(at(answer, list.itemsPath) as readonly unknown[]))
    const { nextLinkName } = operationNamed(gateway.definition, list.operationId)
    const link = nextLinkName === undefined ? undefined : at(answer, nextLinkName)
    if (typeof link !== 'string') break
    answer = succeeded(await gateway.page(list.operationId, link), list.operationId)
  }
  return entries.map((entry) => ({
    value: at(entry, list.itemValuePath),
    title: String(at(entry, list.itemTitlePath ?? list.itemValuePath)),
  }))
}

async function shape(
  gateway: Gateway,
  properties: DynamicProperties,
  chosen: Given,
): Promise<Schema> {
  return at(await answerTo(gateway, properties, chosen), properties.itemValuePath) as Schema
}

async function answerTo(
  gateway: Gateway,
  { operationId, parameters = {} }: Pick<DynamicList, 'operationId' | 'parameters'>,
  chosen: Given,
): Promise<unknown> {
  const given = Object.fromEntries(
    Object.entries(parameters).map(([name, source]) => [name, argument(source, chosen)]),
  )
  return succeeded(await gateway.call(operationId, given), operationId)
}

/** The newer way names a parameter by its path, the older one by its name alone. */
function argument(source: unknown, chosen: Given): unknown {
  const { parameterReference, parameter, value } = (source ?? {}) as Json
  if (typeof parameterReference === 'string') return chosen[parameterReference]
  if (typeof parameter === 'string') {
    return chosen[Object.keys(chosen).find((path) => path.split('/').at(-1) === parameter) ?? '']
  }
  return value ?? source
}

function succeeded(
  { status, body }: { readonly status: number; readonly body: unknown },
  operationId: string,
): unknown {
  if (status !== 200) throw new Error(`${operationId} answered ${status}: ${JSON.stringify(body)}`)
  return body
}

function at(value: unknown, path: string | undefined): unknown {
  if (path === undefined || path === '') return value
  return path.split('/').reduce<unknown>((found, step) => (found as Json | null)?.[step], value)
}
