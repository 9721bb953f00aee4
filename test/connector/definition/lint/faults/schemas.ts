import { fault } from './fault.js'
import type { Edit, Fault } from './fault.js'

const size = 'definitions > Parcel > properties > size'
const kind = 'definitions > ParcelDraft > properties > kind'
const parcels = 'definitions > ParcelList > properties > value'
const create = 'paths > /parcels > post'
const get = 'paths > /parcels/{parcelId} > get'

const part = (more: object): Edit => [
  'definitions > Parcel > properties > part',
  { 'x-ms-summary': 'Part', description: 'A part of the parcel.', ...more },
]
const described = (more: object) => ({
  type: 'string',
  'x-ms-summary': 'Part',
  description: 'A part of the parcel.',
  ...more,
})
const properties = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`part${index}`, described({})]))

function nested(depth: number): object {
  return depth === 0
    ? described({})
    : described({ type: 'object', properties: { part: nested(depth - 1) } })
}

const negative = ['minLength', 'maxLength', 'minItems', 'maxItems', 'maxProperties'].map(
  (keyword) =>
    fault(
      `${keyword.charAt(0).toUpperCase()}${keyword.slice(1)}MustBeGreaterThanOrEqualToZero`,
      part({ type: 'string', [keyword]: -1 }),
    ),
)
const crossed = [
  ['MinimumShouldBeLessThanOrEqualToMaximum', 'minimum', 'maximum'] as const,
  ...['Length', 'Items', 'Properties'].map(
    (what) =>
      [`Min${what}ShouldBeLessThanOrEqualToMax${what}`, `min${what}`, `max${what}`] as const,
  ),
].map(([rule, least, most]) => fault(rule, part({ type: 'string', [least]: 2, [most]: 1 })))

/** Faults in schemas. */
export const schemaFaults: readonly Fault[] = [
  ...negative,
  ...crossed,
  fault('ExclusiveMaximumRequiresMaximum', [`${size} > exclusiveMaximum`, true]),
  fault('ExclusiveMinimumRequiresMinimum', [`${size} > exclusiveMinimum`, true]),
  fault('MultipleOfMustBeGreaterThanZero', [`${size} > multipleOf`, 0]),
  fault('PatternShouldBeValidRegularExpression', part({ type: 'string', pattern: '(' })),
  fault('SchemaReferenceNotFound', [`${parcels} > items`, { $ref: '#/definitions/Nothing' }]),
  fault('SchemaReferenceNotValid', [`${parcels} > items`, { $ref: '#/parameters/pageSize' }]),
  fault('ParameterReferenceNotFound', [`${get} > parameters > 1`, { $ref: '#/parameters/none' }]),
  fault('ParameterReferenceNotValid', [
    'paths > /districts > get > parameters > 1',
    { $ref: '#/paths/~1parcels~1{parcelId}~1photos/post/parameters/1' },
  ]),
  fault('ResponseReferenceNotFound', [`${get} > responses > 404`, { $ref: '#/responses/None' }]),
  fault('ResponseReferenceNotValid', [
    `${get} > responses > 404`,
    { $ref: '#/paths/~1districts/get/responses/default' },
  ]),
  fault('JsonPointerNotValid', [`${parcels} > items`, { $ref: 'parcel.json' }]),
  fault('AdditionalPropertyNotAllowedAdjacentToRef', [`${parcels} > items > title`, 'Parcel']),
  fault('ParameterRefLoopNotAllowed', ['parameters > same', { $ref: '#/parameters/pageSize' }]),
  fault('ResponseRefLoopNotAllowed', ['responses > Gone', { $ref: '#/responses/NotFound' }]),
  fault(
    'SchemaRefLoopNotAllowed',
    part({ type: 'array', items: { $ref: '#/definitions/ParcelList' } }),
  ),
  fault(
    'RequiredLoopInSchemaNotAllowed',
    ['definitions > Parcel > properties > next', { $ref: '#/definitions/Twin' }],
    ['definitions > Parcel > required', ['next']],
    [
      'definitions > Twin',
      {
        type: 'object',
        required: ['next'],
        properties: { next: { $ref: '#/definitions/Parcel' } },
      },
    ],
  ),
  fault('TotalOperationsCountExceedsMaxAllowed', ...manyOperations(513)),
  fault(
    'TotalSchemaCountExceedsMaxAllowed',
    ...Array.from({ length: 66 }, (_, index) => large(`Large${index}`, 500)),
  ),
  fault(
    'OperationSchemaCountExceedsMaxAllowed',
    large('Asked', 511),
    large('Given', 511),
    [`${create} > parameters > 0 > schema > $ref`, '#/definitions/Asked'],
    [`${create} > responses > 200 > schema > $ref`, '#/definitions/Given'],
    [`${create} > parameters > 1`, described({ name: 'owner', in: 'query' })],
  ),
  fault('BodySchemaCountExceedsMaxAllowed', large('Large', 512)),
  fault('SchemaTooDeep', ['definitions > Deep', nested(16)]),
  fault(
    'EnumMustContainAtLeastOneElement',
    [`${kind} > enum`, []],
    [`${kind} > x-ms-enum-values`, undefined],
  ),
  fault('InvalidEnumValue', [`${kind} > enum`, ['field', 'wood', 3]]),
  fault('DuplicateEnumValuesInExtension', [
    `${kind} > x-ms-enum-values > 1`,
    { value: 'field', displayName: 'Meadow' },
  ]),
  fault('MissingEnumValuesDisplayName', [
    `${kind} > x-ms-enum-values > 1 > displayName`,
    undefined,
  ]),
  fault('InvalidEnumValuesExtensionValue', [`${kind} > x-ms-enum-values > 1 > value`, 'lake']),
  fault('RequiredPropertyArrayEmpty', ['definitions > Parcel > required', []]),
  fault('RequiredPropertyDefinitionMissing', ['definitions > Parcel > required', ['owner']]),
  fault('RequiredPropertyNotOnObject', [`${size} > required`, ['parcelId']]),
  fault('JsonTypeIncorrect', [`${size} > maximum`, '9']),
  fault('JsonTypeIncorrect', [`${size} > required`, true]),
  fault('JsonTypeIncorrect', [`${get} > summary`, 3]),
  fault('JsonTypeIncorrect', ['info > version', 1]),
  fault('JsonTypeIncorrect', ['parameters > pageSize > required', 'true']),
  fault('JsonMemberTypeIncorrect', ['definitions > Nothing', 'Parcel']),
  fault('JsonMemberTypeIncorrect', ['paths > /regions', []]),
  fault('JsonMemberTypeIncorrect', [`${get} > responses > 409`, null]),
  fault('RequiredReadOnlyPropertyNotAllowedAsInput', [`${kind} > readOnly`, true]),
  fault(
    'InternalPropertyWithDefaultOptional',
    ['definitions > ParcelDraft > properties > size > x-ms-visibility', 'internal'],
    ['definitions > ParcelDraft > properties > size > default', 3],
  ),
  fault('ArrayHasNoItems', part({ type: 'array' })),
  fault('ArrayDuplicateValue', [`${kind} > enum`, ['field', 'wood', 'wood']]),
  fault('ArrayDuplicateValue', ['produces', ['application/json', 'application/json']]),
  fault('DefaultValueMustMatchType', [`${size} > default`, 'large']),
  fault('JsonValueNotInEnum', [`${size} > type`, 'decimal']),
  fault('JsonValueNotInEnum', [`${size} > x-ms-visibility`, 'hidden']),
  fault('UnrecognizedTypeFormat', [`${size} > format`, 'decimal']),
  fault('InvalidStringBinaryProperty', part({ type: 'string', format: 'binary' })),
  fault('SchemaTypeFileNotValid', part({ type: 'file' })),
  fault('DiscriminatorMustBeARequiredStringProperty', [
    'definitions > Parcel > discriminator',
    'size',
  ]),
  fault('InvalidCustomEditorExtensionDictionaryValue', [`${size} > x-ms-editor`, 'dictionary']),
  fault('SwaggerKeywordNotSupported', [`${parcels} > uniqueItems`, true]),
  fault('SwaggerKeywordNotSupported', [`${size} > oneOf`, []]),
  fault('ExtensionNameNotValid', [`${size} > unit`, 'm']),
  fault('ExtensionNameNotValid', [`${get} > servers`, []]),
  fault('AdditionalPropertyNotAllowed', [`${size} > x-ms-pageable`, {}]),
]

function large(name: string, count: number): Edit {
  return [`definitions > ${name}`, { type: 'object', properties: properties(count) }]
}

function manyOperations(count: number): readonly Edit[] {
  return Array.from({ length: count }, (_, index) => [
    `paths > /more${index} > get`,
    {
      operationId: `ListMore${index}`,
      summary: 'List more',
      description: 'Lists more of the districts.',
      'x-ms-visibility': 'internal',
      responses: { 200: { description: 'All.' } },
    },
  ])
}
