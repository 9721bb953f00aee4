import { inflateSync } from 'node:zlib'

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

const sentence = /^[A-Z].*\.$/s
const restricted = /\b(API|connector|Power|Automate|Apps|Dataverse|Dynamics|Microsoft)\b/i

describe('The connector definition', () => {
  it('has a title and a description that certification takes', () => {
    const { title, description } = swagger.info

    expect(title.length).toBeLessThanOrEqual(30)
    expect(title).toMatch(/[A-Za-z0-9]$/)
    expect(title).not.toMatch(restricted)
    expect(description).not.toMatch(restricted)
    expect(description.length).toBeGreaterThanOrEqual(30)
    expect(description.length).toBeLessThanOrEqual(500)
    expect(swagger.schemes).toEqual(['https'])
  })

  it('names every operation in PascalCase, once, and the service has a handler for each', () => {
    const ids = operations.map(({ operation }) => operation.operationId)

    expect(ids.filter((id) => !/^([A-Z][a-z]+)+$/.test(id))).toEqual([])
    expect([...ids].sort()).toEqual(Object.keys(handlers).sort())
  })

  it('summarises and describes every operation', () => {
    for (const { operation } of operations) {
      const { operationId, summary, description } = operation
      expect(summary)
        .withContext(operationId)
        .toMatch(/^[A-Z][A-Za-z0-9 ()]{0,78}[A-Za-z0-9)]$/)
      expect(description).withContext(operationId).toMatch(sentence)
      expect(description).withContext(operationId).not.toMatch(restricted)
      expect(operation['x-ms-visibility'])
        .withContext(operationId)
        .toMatch(/^(important|advanced|internal)$/)
    }
  })

  it('summarises and describes every parameter, and encodes those of a path', () => {
    for (const { id, parameter } of parameters) {
      const place = `${id} ${parameter.name}`
      expect(parameter['x-ms-summary'])
        .withContext(place)
        .toMatch(/^([A-Z][A-Za-z]* ?)+$/)
      expect(parameter.description).withContext(place).toMatch(sentence)
      expect(parameter.description).withContext(place).not.toMatch(restricted)
      expect(parameter['x-ms-visibility']).withContext(place).toBeTruthy()
      expect(parameter['x-ms-url-encoding'])
        .withContext(place)
        .toBe(parameter.in === 'path' ? 'single' : undefined)
    }
  })

  it('summarises and describes every property, with an example for every plain value', () => {
    for (const [place, schema] of properties) {
      expect(schema['x-ms-summary'])
        .withContext(place)
        .toMatch(/^([A-Z][A-Za-z]* ?)+$/)
      expect(schema['description']).withContext(place).toMatch(sentence)
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

  it('has no literal path beside a path parameter', () => {
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

  it('pages every list by nextLink, through the gateway', () => {
    const lists = operations.filter(
      ({ operation }) => operation.operationId.startsWith('List') || operation['x-ms-pageable'],
    )
    const ids = lists.map(({ operation }) => operation.operationId)
    const { properties: connector } = JSON.parse(
      definitionFile('apiProperties.json').toString('utf8'),
    ) as {
      readonly properties: {
        readonly policyTemplateInstances: readonly {
          readonly templateId: string
          readonly parameters: Node
        }[]
      }
    }
    const [policy] = connector.policyTemplateInstances

    for (const { operation } of lists) {
      expect(operation['x-ms-pageable']).toEqual({ nextLinkName: 'nextLink' })
    }
    expect(policy?.templateId).toBe('updatenextlink')
    expect([...(policy?.parameters['x-ms-apimTemplate-operationName'] as string[])].sort()).toEqual(
      [...ids].sort(),
    )
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

  it('stays below a megabyte, indented by four', () => {
    const text = definitionFile('apiDefinition.swagger.json').toString('utf8')

    expect(text.length).toBeLessThan(1_000_000)
    expect(text.split('\n')[1]).toBe('    "swagger": "2.0",')
    expect(text).not.toMatch(/[ \t]\n/)
  })
})

describe("The connector's icon", () => {
  it('is a PNG of 230 by 230 on the brand colour', () => {
    const png = definitionFile('icon.png')
    const { properties: connector } = JSON.parse(
      definitionFile('apiProperties.json').toString('utf8'),
    ) as { readonly properties: { readonly iconBrandColor: string } }
    const start = png.indexOf('IDAT') + 4
    const pixels = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)))
    const corner = `#${pixels.subarray(1, 4).toString('hex')}`

    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([230, 230])
    expect(corner).toBe(connector.iconBrandColor)
    expect(['#ffffff', '#007ee5']).not.toContain(corner)
  })
})

describe("The connector's readme", () => {
  it('has the sections that certification asks for', () => {
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
    for (const { operation } of operations) expect(text).toContain(operation.summary)
  })
})
