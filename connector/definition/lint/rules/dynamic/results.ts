import type { DynamicCall } from '../../facts/dynamic-calls.js'
import type { Facts } from '../../facts/facts.js'
import { shown, textOf } from '../../facts/json.js'
import { outputOf } from '../../facts/operations.js'
import { entryOf, isOpen, pathOf, propertyAt } from '../../facts/outputs.js'
import { at } from '../../facts/place.js'
import type { Located } from '../../facts/references.js'
import { problem, rule } from '../../rule.js'

/** Where the parts of a list stand in each of the two extensions that offer one. */
const ofLists: Readonly<
  Record<string, { readonly items: string; readonly fields: readonly string[] }>
> = {
  'x-ms-dynamic-values': { items: 'value-collection', fields: ['value-path', 'value-title'] },
  'x-ms-dynamic-list': { items: 'itemsPath', fields: ['itemValuePath', 'itemTitlePath'] },
}

const ofSchemas: Readonly<Record<string, string>> = {
  'x-ms-dynamic-schema': 'value-path',
  'x-ms-dynamic-properties': 'itemValuePath',
}

export const producesArray = rule(
  'InvokedOperationShouldProduceArray',
  'Where choices are taken from, the operation answers with a list.',
  (facts) =>
    called(facts).flatMap(({ call, output }) => {
      const parts = ofLists[call.extension]
      if (!parts) return []
      const path = textOf(call.node[parts.items]) ?? ''
      const list = propertyAt(output, pathOf(path), facts.resolve)
      return list?.node['type'] === 'array'
        ? []
        : [
            problem(
              at(call.place, parts.items),
              `The operation ${call.operationId ?? ''} has no list at ${shown(path)}; expected one.`,
            ),
          ]
    }),
)

export const producesProperty = rule(
  'InvokedOperationShouldProduceProperty',
  'What is taken from an answer is there.',
  (facts) =>
    called(facts).flatMap(({ call, output }) =>
      wanted(call, output, facts)
        .filter(({ path, from }) => !isThere(from, path, facts))
        .map(({ keyword, path }) =>
          problem(
            at(call.place, keyword),
            `The operation ${call.operationId ?? ''} answers with no property ${shown(path)}; expected one.`,
          ),
        ),
    ),
)

interface Wanted {
  readonly keyword: string
  readonly path: string
  readonly from: Located
}

/** The properties that a call reads; those of a list's entries only where the list is there. */
function wanted(call: DynamicCall, output: Located, facts: Facts): readonly Wanted[] {
  const read = (keyword: string, from: Located) => {
    const path = textOf(call.node[keyword])
    return path === undefined ? [] : [{ keyword, path, from }]
  }
  const ofSchema = ofSchemas[call.extension]
  if (ofSchema !== undefined) return read(ofSchema, output)
  const parts = ofLists[call.extension]
  if (!parts) return []
  const list = propertyAt(output, pathOf(textOf(call.node[parts.items]) ?? ''), facts.resolve)
  if (list?.node['type'] !== 'array') return []
  return parts.fields.flatMap((keyword) => read(keyword, entryOf(list, facts.resolve)))
}

/** A schema that is made at run time need not be declared below its own property. */
function isThere(from: Located, path: string, facts: Facts): boolean {
  const steps = pathOf(path)
  return steps.some((_, index) => {
    const found = propertyAt(from, steps.slice(0, steps.length - index), facts.resolve)
    return found !== undefined && (index === 0 || isOpen(found))
  })
}

function called({ dynamicCalls, operation }: Facts) {
  return dynamicCalls.flatMap((call) => {
    const found = operation(call.operationId ?? '')
    const output = found && outputOf(found)
    return output ? [{ call, output }] : []
  })
}
