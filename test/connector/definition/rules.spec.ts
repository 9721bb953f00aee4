import { check } from '../../../connector/service/http/check.js'
import type { JsonSchema } from '../../../connector/service/http/json-schema.js'
import { errorTable } from '../../../connector/service/http/errors.js'
import { handlers } from '../../../connector/service/http/handlers/index.js'
import { commitMode, ledgerAspect } from '../../../solution/app/choices.js'
import type { Options } from '../../../solution/model/index.js'
import {
  direction,
  itemStatus,
  jobStatus,
  ledgerStatus,
  maxLength,
  outcomeReason,
  unmappedCodes,
} from '../../../solution/tables/index.js'
import { definitionFile, operations, swagger } from '../service/http/contract.js'

type Node = Readonly<Record<string, unknown>>

/** Every schema of the definition with its place, properties and entries of lists included. */
function* schemas(
  node: JsonSchema,
  place: string,
): Generator<readonly [string, JsonSchema & Node]> {
  yield [place, node as JsonSchema & Node]
  for (const [name, property] of Object.entries(node.properties ?? {})) {
    yield* schemas(property, `${place}.${name}`)
  }
  if (node.items) yield* schemas(node.items, `${place}[]`)
}

const allSchemas = Object.entries(swagger.definitions).flatMap(([name, schema]) => [
  ...schemas(schema, name),
])
const properties = allSchemas.filter(([place]) => !place.endsWith('[]'))
const parameters = operations.flatMap(({ operation }) =>
  operation.parameters.map((parameter) => ({ id: operation.operationId, parameter })),
)

const restricted = /\b(API|connector|Power|Automate|Apps|Dataverse|Dynamics|Microsoft)\b/i

describe('The connector definition', () => {
  it('names operations in words alone, and the service has a handler for each', () => {
    const ids = operations.map(({ operation }) => operation.operationId)

    expect(ids.filter((id) => !/^([A-Z][a-z]+)+$/.test(id))).toEqual([])
    expect([...ids].sort()).toEqual(Object.keys(handlers).sort())
  })

  it('says how prominent each operation is, in words of its own', () => {
    for (const { operation } of operations) {
      const { operationId, description } = operation
      expect(description).withContext(operationId).not.toMatch(restricted)
      expect(operation['x-ms-visibility'])
        .withContext(operationId)
        .toMatch(/^(important|advanced|internal)$/)
    }
  })

  it('says how prominent each parameter is, in words of its own', () => {
    for (const { id, parameter } of parameters) {
      const place = `${id} ${parameter.name}`
      expect(parameter['x-ms-summary'])
        .withContext(place)
        .toMatch(/^([A-Z][A-Za-z]* ?)+$/)
      expect(parameter.description).withContext(place).not.toMatch(restricted)
      expect(parameter['x-ms-visibility']).withContext(place).toBeTruthy()
    }
  })

  it('says how prominent each property is, with an example for every plain value', () => {
    for (const [place, schema] of properties) {
      expect(schema['x-ms-summary'])
        .withContext(place)
        .toMatch(/^([A-Z][A-Za-z]* ?)+$/)
      expect(schema['description']).withContext(place).not.toMatch(restricted)
      expect(schema['x-ms-visibility'])
        .withContext(place)
        .toMatch(schema['x-ms-notification-url'] ? /^internal$/ : /^(important|advanced)$/)
      const isPlain = schema.type !== 'object' && schema.type !== 'array'
      if (isPlain) expect(schema['example']).withContext(place).toBeDefined()
    }
  })

  it('has one success with a schema and an example of it, and no schema on failures', () => {
    for (const { operation } of operations) {
      const { operationId, responses } = operation
      const withSchema = Object.entries(responses).filter(([, { schema }]) => schema)
      expect(withSchema.map(([code]) => code.startsWith('2')))
        .withContext(operationId)
        .toEqual([true])
      expect(Object.keys(responses)).withContext(operationId).not.toContain('default')
      const [response] = withSchema.map(([, entry]) => entry)
      const example = response?.examples?.['application/json']
      expect(check(response?.schema ?? {}, example, 'The example'))
        .withContext(operationId)
        .toEqual([])
    }
  })

  it('gives examples that its own schemas take', () => {
    for (const [place, schema] of allSchemas) {
      const example = schema['example']
      if (example !== undefined) expect(check(schema, example, place)).toEqual([])
    }
  })

  it('declares every code that the service answers with', () => {
    const descriptions = operations.flatMap(({ operation }) =>
      Object.values(operation.responses).map(({ description }) => description),
    )
    const everywhere = ['UnknownPath', 'MethodNotAllowed', 'InternalError']
    const undeclared = Object.keys(errorTable).filter(
      (code) => !everywhere.includes(code) && !descriptions.some((text) => text.includes(code)),
    )

    expect(undeclared).toEqual([])
  })

  it('declares each code under the status it has', () => {
    for (const { operation } of operations) {
      for (const [status, { description }] of Object.entries(operation.responses)) {
        for (const [code, row] of Object.entries(errorTable)) {
          if (new RegExp(`\\b${code}\\b`).test(description)) {
            expect(`${operation.operationId} ${code} ${status}`).toBe(
              `${operation.operationId} ${code} ${row.status}`,
            )
          }
        }
      }
    }
  })

  it('has no literal path beside a path parameter, whatever their methods', () => {
    const paths = Object.keys(swagger.paths).map((path) => path.split('/'))
    for (const path of paths) {
      const clash = paths.filter(
        (other) =>
          other !== path &&
          other.length === path.length &&
          other.every(
            (part, index) => part === path[index] || (part + (path[index] ?? '')).includes('{'),
          ),
      )
      expect(clash).withContext(path.join('/')).toEqual([])
    }
  })

  it('pages every list by nextLink', () => {
    const lists = operations.filter(({ operation }) => operation.operationId.startsWith('List'))

    for (const { operation } of lists) {
      expect(operation['x-ms-pageable'])
        .withContext(operation.operationId)
        .toEqual({ nextLinkName: 'nextLink' })
    }
  })

  it('uses of JSON Schema only what the service checks', () => {
    const checked = [
      'type',
      'format',
      'properties',
      'required',
      'items',
      'enum',
      'minLength',
      'maxLength',
      'minItems',
      'maxItems',
      'minimum',
      'maximum',
      'minProperties',
      'collectionFormat',
      'default',
      'x-nullable',
    ]
    const told = [
      'description',
      'example',
      'x-ms-summary',
      'x-ms-visibility',
      'x-ms-notification-url',
      'x-ms-enum-values',
      'x-ms-url-encoding',
      'x-ms-test-value',
      'x-ms-dynamic-values',
      'x-ms-dynamic-list',
      'x-ms-dynamic-schema',
      'x-ms-dynamic-properties',
      'name',
      'in',
      'schema',
    ]
    const known = new Set([...checked, ...told])
    const used = [
      ...allSchemas.flatMap(([, schema]) => Object.keys(schema)),
      ...parameters.flatMap(({ parameter }) => Object.keys(parameter)),
    ]

    expect(used.filter((keyword) => !known.has(keyword))).toEqual([])
    const formats = allSchemas.map(([, schema]) => schema.format).filter(Boolean)
    expect(new Set(formats)).toEqual(new Set(['uuid', 'date-time', 'int32', 'double']))
  })

  it('has the choices and lengths of the tables', () => {
    const labels = (options: Options) => Object.values(options).map(({ label }) => label)
    const property = (place: string) => new Map(allSchemas).get(place)
    const choices: readonly (readonly [string, Options])[] = [
      ['SyncJob.jobStatus', jobStatus],
      ['SyncJob.direction', direction],
      ['SyncItem.itemStatus', itemStatus],
      ['SyncItem.outcomeReason', outcomeReason],
      ['LedgerEntry.ledgerStatus', ledgerStatus],
      ['LedgerEntry.settledStatus', ledgerStatus],
      ['LedgerEntry.ledgerAspect', ledgerAspect],
      ['CommitPolicyEntry.commitMode', commitMode],
      ['CommitPolicyEntry.unmappedCodes', unmappedCodes],
    ]
    for (const [place, options] of choices) {
      expect(property(place)?.enum).withContext(place).toEqual(labels(options))
    }
    const lengths: readonly (readonly [string, number])[] = [
      ['SubmitSyncJobRequest.sourceSystemKey', maxLength.sourceSystemKey],
      ['SubmitSyncJobRequest.entityType', maxLength.logicalName],
      ['SubmitSyncJobRequest.submissionKey', maxLength.submissionKey],
      ['SyncItemSubmission.externalKey', maxLength.externalKey],
      ['SyncItemSubmission.relatedExternalKey', maxLength.externalKey],
      ['SyncItemSubmission.codeList', maxLength.codeList],
      ['ValueMapEntry.sourceCode', maxLength.code],
      ['ValueMapEntry.canonicalCodeValue', maxLength.code],
      ['ValueMapEntry.sourceLabel', maxLength.label],
      ['CommitPolicyEntry.fieldName', maxLength.logicalName],
    ]
    for (const [place, length] of lengths) {
      expect(property(place)?.maxLength).withContext(place).toBe(length)
    }
  })
})

describe("The connector's readme", () => {
  it('has the sections that certification asks for and some, in this order', () => {
    const text = definitionFile('readme.md').toString('utf8')
    const sections = [...text.matchAll(/^##? (.*)$/gm)].map(([, title]) => title)

    expect(sections).toEqual([
      swagger.info.title,
      'Publisher',
      'Prerequisites',
      'Supported Operations',
      'Obtaining Credentials',
      'Getting Started',
      'Known Issues and Limitations',
      'Frequently Asked Questions',
      'Deployment Instructions',
    ])
  })
})
