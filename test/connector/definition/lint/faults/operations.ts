import { fault } from './fault.js'
import type { Edit, Fault } from './fault.js'

const list = 'paths > /parcels > get'
const get = 'paths > /parcels/{parcelId} > get'
const annotation = 'x-ms-api-annotation'
const photo = 'paths > /parcels/{parcelId}/photos > post'

/** Another operation, on a path of its own, like the one that lists districts. */
function another(path: string, operationId: string, more: object = {}): Edit {
  return [
    `paths > ${path} > get`,
    {
      operationId,
      summary: 'List districts',
      description: 'Lists districts of another kind.',
      responses: { 200: { description: 'All.', schema: { $ref: '#/definitions/DistrictList' } } },
      ...more,
    },
  ]
}

const revision = (number: number, status?: string) => ({
  [annotation]: { family: 'Districts', revision: number, status },
})
const noRevision = { [annotation]: { family: 'Districts' } }
const inProduction: Edit = [`info > ${annotation}`, { status: 'Production' }]

/** Faults in operations and their paths. */
export const operationFaults: readonly Fault[] = [
  fault('OperationPathMustStartWithSlash', another('regions', 'ListRegions')),
  fault('OperationPathMayNotContainQueryOrFragment', another('/regions?all=true', 'ListRegions')),
  fault('OperationPathContainsUnsupportedCharacters', another('/regions/*', 'ListRegions')),
  fault('OperationPathTemplateNotValid', another('/regions/{name', 'ListRegions')),
  fault(
    'OperationPathVariablesContainDefaults',
    another('/regions/{parcelId=north}', 'ListRegions', {
      parameters: [
        {
          name: 'parcelId',
          in: 'path',
          required: true,
          type: 'string',
          'x-ms-summary': 'Region',
          description: 'Name of the region.',
          'x-ms-url-encoding': 'single',
        },
      ],
    }),
  ),
  fault('PathItemRefNotSupported', ['paths > /regions', { $ref: '#/paths/~1districts' }]),
  fault('PathRedefined', another('/Districts', 'ListRegions')),
  fault('DuplicateOperationPath', [
    'paths > /parcels/{other}',
    {
      get: {
        operationId: 'GetOther',
        summary: 'Get another parcel',
        description: 'Gets a parcel by another number.',
        parameters: [
          {
            name: 'other',
            in: 'path',
            required: true,
            type: 'string',
            'x-ms-summary': 'Other',
            description: 'Another number.',
            'x-ms-url-encoding': 'single',
          },
        ],
        responses: { 200: { description: 'It.', schema: { $ref: '#/definitions/Parcel' } } },
      },
    },
  ]),
  fault('PartialDuplicateOperationPath', another('/parcels/summary', 'ListRegions')),
  fault('OperationMissingPathParameter', [`${get} > parameters`, []]),
  fault('PathParameterNotDefinedInTemplate', [
    `${get} > parameters > 1`,
    {
      name: 'owner',
      in: 'path',
      required: true,
      type: 'string',
      'x-ms-summary': 'Owner',
      description: 'Owner of the parcel.',
      'x-ms-url-encoding': 'single',
    },
  ]),
  fault('PathParameterMustBeRequired', [`${get} > parameters > 0 > required`, undefined]),
  fault('PathParameterMissingEncoding', [`${get} > parameters > 0 > x-ms-url-encoding`, undefined]),
  fault('QueryParameterEncodingNotSupported', [
    'parameters > pageSize > x-ms-url-encoding',
    'single',
  ]),
  fault('OperationIdRequired', ['paths > /parcel-changes > get > operationId', undefined]),
  fault('OperationIdNotUnique', another('/regions', 'ListDistricts')),
  fault('OperationIdSanitized', [`${get} > operationId`, 'Get-Parcel']),
  fault('OperationIdMustBeInPascalCase', [`${get} > operationId`, 'getParcel']),
  fault('OperationIdTooLong', [`${get} > operationId`, `Get${'Parcel'.repeat(20)}`]),
  fault(
    'OperationFamilyHasDuplicateRevisions',
    another('/a', 'ListA_V2', { ...revision(2, 'Preview') }),
    another('/b', 'ListB_V2', { ...revision(2, 'Preview') }),
  ),
  fault(
    'OperationFamilyHasManyActiveOperations',
    another('/a', 'ListA', revision(1)),
    another('/b', 'ListA_V2', revision(2)),
    another('/c', 'ListA_V3', revision(3)),
  ),
  fault(
    'OperationFamilyHasManyActiveProductionOperations',
    inProduction,
    another('/a', 'ListA', revision(1, 'Production')),
    another('/b', 'ListA_V2', revision(2, 'Production')),
  ),
  fault('OperationRevisionEmpty', another('/a', 'ListA', noRevision)),
  fault(
    'OperationFamilyHasManyEmptyRevisions',
    another('/a', 'ListA', noRevision),
    another('/b', 'ListB', noRevision),
  ),
  fault('OperationIdShouldEndWithRevision', another('/a', 'ListA', revision(2))),
  fault('OperationStatusAheadOfConnector', another('/a', 'ListA', revision(1, 'Production'))),
  fault('ApiAnnotationExtensionReplacementInfoForNonDeprecatedOperations', [
    `${get} > ${annotation}`,
    { replacement: { api: 'parcels', operationId: 'GetParcel_V2' } },
  ]),
  ...['api', 'operationId'].map((kept) =>
    fault(
      `ApiAnnotationExtensionReplacementInfoMissing${kept === 'api' ? 'OperationId' : 'Api'}Property`,
      ...deprecated(),
      [`${get} > ${annotation}`, { replacement: { [kept]: 'GetParcel' } }],
    ),
  ),
  fault('DeprecatedOperationMustSaySo', [`${get} > deprecated`, true]),
  fault('ConsumesMissing', ['consumes', undefined]),
  fault('MimeTypeNotValid', ['produces', ['application/json', 'json']]),
  fault('MimeTypeNotSupported', ['consumes', ['application/json', 'application/xml']]),
  fault('MimeTypeNotCompatibleWithRequestContentSchemaType', [
    `${photo} > consumes`,
    ['application/json'],
  ]),
  fault(
    'StringBinaryNotSupportedForFormUrlEncoded',
    [`${photo} > consumes`, ['application/x-www-form-urlencoded']],
    [`${photo} > parameters > 1 > type`, 'string'],
    [`${photo} > parameters > 1 > format`, 'binary'],
  ),
  fault('InvalidNextLinkNameValue', [`${list} > x-ms-pageable > nextLinkName`, 'next']),
  fault('PageableOperationMustProduceNextLink', [
    'definitions > ParcelList > properties > nextLink',
    undefined,
  ]),
  fault('OperationMustHaveResponse', [`${get} > responses`, {}]),
  fault('OperationShouldHaveSuccessfulResponse', [`${get} > responses > 200`, undefined]),
  fault('ResponseMustBeDefaultOrHttpStatusCode', [
    `${get} > responses > 4XX`,
    { description: 'Refused.' },
  ]),
  fault('OperationHasManyResponsesWithSchema', [
    `${list} > responses > 400`,
    { description: 'Refused.', schema: { $ref: '#/definitions/Parcel' } },
  ]),
  fault('DefaultResponseHasSchema', [
    `${list} > responses > default > schema`,
    { $ref: '#/definitions/Parcel' },
  ]),
  fault('SchemaDefinitionSetIncorrectly', [`${get} > responses > 200 > schema`, undefined]),
  fault('SchemaDefinitionSetIncorrectly', [
    `${get} > responses`,
    { 202: { description: 'Later.', schema: { $ref: '#/definitions/Parcel' } } },
  ]),
  fault('ResponseSchemaEmpty', [`${get} > responses > 200 > schema`, {}]),
  fault('ResponseExampleMustBeProducedByOperation', [
    `${get} > responses > 200 > examples`,
    { 'text/plain': 'a parcel' },
  ]),
]

function deprecated(): readonly Edit[] {
  return [
    [`${get} > deprecated`, true],
    [`${get} > summary`, 'Get a parcel (deprecated)'],
    [`${get} > description`, 'Gets a parcel by its number (deprecated).'],
  ]
}
