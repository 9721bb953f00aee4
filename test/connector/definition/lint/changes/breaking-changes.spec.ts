import fc from 'fast-check'

import { breakingChanges } from '../../../../../connector/definition/lint/changes/breaking-changes.js'
import { edited } from '../faults/fault.js'
import type { Edit } from '../faults/fault.js'
import { validDefinition } from '../valid/definition.js'

const list = 'paths > /parcels > get'
const get = 'paths > /parcels/{parcelId} > get'
const create = 'paths > /parcels > post'
const parcel = 'definitions > Parcel'
const draft = 'definitions > ParcelDraft'
const size = `${draft} > properties > size`
const kind = `${draft} > properties > kind`

const owner = (more: object = {}) => ({ name: 'owner', in: 'query', type: 'string', ...more })

/** What breaks flows: the change's name, and what is done to the definition. */
const breaking: readonly (readonly [string, ...Edit[]])[] = [
  ['OperationRemoved', [get, undefined]],
  ['OperationIdChanged', [`${get} > operationId`, 'ReadParcel']],
  ['OperationMoved', ['basePath', '/v2']],
  ['OperationMoved', ['paths > /parcel-shapes', undefined], ['paths > /shapes', shapes()]],
  ['TriggerKindChanged', ['paths > /parcel-changes > get > x-ms-trigger', 'single']],
  ['TriggerKindChanged', ['paths > /districts > get > x-ms-trigger', 'batch']],
  ['ParameterRemoved', [`${list} > parameters > 0`, undefined]],
  [
    'ParameterRemoved',
    [`${create} > parameters > 0 > name`, 'parcel'],
    [`${create} > parameters > 0 > required`, undefined],
  ],
  ['ParameterMoved', [`${list} > parameters > 0 > in`, 'header']],
  ['InputRequired', [`${list} > parameters > 0 > required`, true]],
  ['InputRequired', [`${list} > parameters > 2`, owner({ required: true })]],
  ['InputRequired', [`${draft} > required`, ['kind', 'size']]],
  ['InputRemoved', [size, undefined]],
  ['OutputRemoved', [`${parcel} > properties > size`, undefined]],
  ['OutputRemoved', [`${get} > responses > 200 > schema`, undefined]],
  ['TypeChanged', [`${size} > type`, 'string']],
  ['TypeChanged', [`${size} > type`, 'integer']],
  ['TypeChanged', [`${list} > parameters > 0 > type`, 'integer']],
  ['FormatChanged', [`${parcel} > properties > size > format`, 'float']],
  ['FormatChanged', [`${parcel} > properties > size > format`, undefined]],
  ['FormatChanged', [`${size} > format`, 'float']],
  ['FormatChanged', [`${get} > parameters > 0 > x-ms-url-encoding`, 'double']],
  ['EnumValueRemoved', [`${kind} > enum`, ['field']]],
  ['InputTightened', [`${draft} > properties > district > enum`, ['N', 'S']]],
  ['InputTightened', [`${size} > maximum`, 8]],
  ['InputTightened', [`${size} > minimum`, 2]],
  ['InputTightened', ['parameters > pageSize > maximum', 50]],
  ['InputTightened', [`${draft} > properties > district > maxLength`, 5]],
  ['InputTightened', [`${draft} > properties > district > pattern`, '^N']],
  ['InputTightened', [`${draft} > additionalProperties`, false]],
  ['DefaultChanged', ['parameters > pageSize > default', 20]],
  ['OutputNotAlwaysGiven', [`${parcel} > required`, undefined]],
  ['OutputNotAlwaysGiven', [`${parcel} > properties > size > x-nullable`, true]],
]

/** What breaks none. */
const harmless: readonly (readonly [string, ...Edit[]])[] = [
  ['another operation', ['paths > /shapes', shapes('GetShape')]],
  ['an optional parameter', [`${list} > parameters > 2`, owner()]],
  ['an optional property of a body', [`${draft} > properties > owner`, { type: 'string' }]],
  ['another output', [`${parcel} > properties > owner`, { type: 'string' }]],
  ['another choice', [`${kind} > enum`, ['field', 'wood', 'lake']]],
  ['an input that takes more', [`${size} > maximum`, 99]],
  ['an input without its limit', [`${size} > maximum`, undefined]],
  ['an input of integers that takes numbers', ['parameters > pageSize > type', 'number']],
  ['an output of numbers that gives integers', [`${parcel} > properties > size > type`, 'integer']],
  ['an input that may be left out', [`${draft} > required`, undefined]],
  ['an output that is always given', [`${parcel} > required`, ['parcelId', 'size']]],
  ['the removal of an internal operation', ['paths > /parcel-watches > delete', undefined]],
  ['a deprecated operation', [`${get} > deprecated`, true]],
  ['other words', [`${get} > summary`, 'Get one parcel']],
  ['another name of a shared parameter', ...renamedParameter()],
]

describe('The check for changes that break flows', () => {
  for (const [name, ...edits] of breaking) {
    it(`reports ${name} alone for ${edits.map(([place]) => place).join(' and ')}`, () => {
      const found = breakingChanges(validDefinition(), edited(validDefinition(), edits))

      expect([...new Set(found.map(({ rule }) => rule))])
        .withContext(JSON.stringify(found, undefined, 2))
        .toEqual([name])
    })
  }

  for (const [name, ...edits] of harmless) {
    it(`takes ${name}`, () => {
      expect(breakingChanges(validDefinition(), edited(validDefinition(), edits))).toEqual([])
    })
  }

  it('names the operation, the value, what it was and what it is', () => {
    const [found] = breakingChanges(
      validDefinition(),
      edited(validDefinition(), [[`${size} > maximum`, 8]]),
    )

    expect(found).toEqual({
      rule: 'InputTightened',
      level: 'error',
      file: 'apiDefinition.swagger.json',
      place: '$.definitions.ParcelDraft.properties.size.maximum',
      message:
        'The input "body/size" of CreateParcel had the maximum 9 and has 8; expected no tighter limit.',
    })
  })

  it('reports nothing between a definition and itself, whatever is changed in it', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        expect(breakingChanges(definition, definition)).toEqual([])
      }),
      { numRuns: 100, seed: 5 },
    )
  })

  it('takes anything optional that is added, wherever it is', () => {
    fc.assert(
      fc.property(definitions, additions, (definition, edits) => {
        expect(breakingChanges(definition, edited(definition, edits))).toEqual([])
      }),
      { numRuns: 100, seed: 5 },
    )
  })

  it('reports at one of the two changes there and back, where a type or a limit differs', () => {
    const other = edited(validDefinition(), [[`${size} > maximum`, 20]])

    expect(breakingChanges(validDefinition(), other)).toEqual([])
    expect(breakingChanges(other, validDefinition()).length).toBe(1)
  })

  it('ends for definitions that refer to themselves', () => {
    const ring = edited(validDefinition(), [
      [`${parcel} > properties > next`, { $ref: '#/definitions/Parcel' }],
    ])

    expect(breakingChanges(ring, ring)).toEqual([])
    expect(breakingChanges(ring, validDefinition()).map(({ rule }) => rule)).toContain(
      'OutputRemoved',
    )
  })
})

/** Good definitions with some of the changes made to them. */
const definitions = fc
  .subarray(breaking.flatMap(([, ...edits]) => edits).filter(([place]) => !place.endsWith(' > 2')))
  .map((edits) => edited(validDefinition(), edits))

const names = fc.stringMatching(/^new[A-Z][a-z]{1,8}$/)
const schemas = fc.record(
  {
    type: fc.constantFrom('string', 'integer', 'boolean'),
    maxLength: fc.nat(),
    enum: fc.uniqueArray(fc.string()),
    default: fc.string(),
  },
  { requiredKeys: ['type'] },
)

const additions: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.oneof(
    fc
      .tuple(fc.constantFrom(draft, parcel, 'definitions > DistrictList'), names, schemas)
      .map(([owner, name, schema]): Edit => [`${owner} > properties > ${name}`, schema]),
    fc
      .tuple(names, schemas)
      .map(([name, schema]): Edit => [
        `${create} > parameters > 9`,
        { name, in: 'query', ...schema },
      ]),
    fc.tuple(names, schemas).map(([name, schema]): Edit => [`definitions > ${name}`, schema]),
    names.map((name): Edit => [`paths > /${name} > get`, { operationId: name, responses: {} }]),
  ),
)

function shapes(operationId = 'GetParcelShape') {
  const { get: operation } = (
    validDefinition() as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>
    }
  ).paths['/parcel-shapes'] ?? { get: {} }
  return { get: { ...operation, operationId } }
}

function renamedParameter(): readonly Edit[] {
  const { parameters } = validDefinition() as {
    readonly parameters: Readonly<Record<string, object>>
  }
  return [
    ['parameters', { size: parameters['pageSize'] }],
    [`${list} > parameters > 1`, { $ref: '#/parameters/size' }],
  ]
}
