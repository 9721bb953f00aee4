import { fault } from './fault.js'
import type { Fault } from './fault.js'

const list = 'paths > /parcels > get > parameters'
const create = 'paths > /parcels > post > parameters'
const photo = 'paths > /parcels/{parcelId}/photos > post > parameters'

const parameter = (name: string, where: string, more: object = {}) => ({
  name,
  in: where,
  type: 'string',
  'x-ms-summary': 'Owner',
  description: 'Who owns the parcel.',
  ...more,
})
const body = (name: string) => ({
  name,
  in: 'body',
  'x-ms-summary': 'Body',
  description: 'What is sent.',
  schema: { $ref: '#/definitions/Parcel' },
})

/** Faults in parameters. */
export const parameterFaults: readonly Fault[] = [
  fault(
    'OperationParametersContainDuplicateParameter',
    [`${list} > 2`, parameter('owner', 'query')],
    [`${list} > 3`, parameter('owner', 'query')],
  ),
  fault('PathParametersContainDuplicateParameter', [
    'paths > /districts > parameters',
    [parameter('owner', 'query'), parameter('owner', 'query')],
  ]),
  fault('OperationParametersContainMultipleBodyParameters', [`${create} > 1`, body('other')]),
  fault('PathParametersContainMultipleBodyParameters', [
    'paths > /parcel-watches > parameters',
    [body('one'), body('other')],
  ]),
  fault('ParameterListContainsFormDataAndBody', [`${photo} > 2`, body('body')]),
  fault('BodyOrFormDataParameterInFetchOperationNotAllowed', [
    'paths > /districts > get > parameters > 1',
    body('body'),
  ]),
  fault('OperationParameterNameIsAmbiguous', [`${create} > 1`, parameter('body/size', 'query')]),
  fault('ConnectionIdParameterNotAllowed', [`${list} > 2`, parameter('connectionId', 'query')]),
  fault('ReservedParameterIsUsed', [`${list} > 2`, parameter('Content-Type', 'header')]),
  fault('InvalidFormDataParameterName', [`${photo} > 2`, parameter('größe', 'formData')]),
  fault('BodyParameterSchemaRequired', [
    'paths > /parcels > post > parameters > 0 > schema',
    undefined,
  ]),
  fault('BodyParameterPropertyNotValid', [`${create} > 0 > type`, 'object']),
  fault('NonBodyParameterSchemaNotValid', [
    `${list} > 2`,
    parameter('owner', 'query', { schema: { type: 'string' } }),
  ]),
  fault('FileParameterMustBeInFormData', [
    `${list} > 2`,
    parameter('owner', 'query', { type: 'file' }),
  ]),
  fault('AllowEmptyValueOnlyValidForQueryFormData', [
    `${list} > 2`,
    parameter('owner', 'header', { allowEmptyValue: true }),
  ]),
  fault('CollectionFormatValueNotSupported', [
    `${list} > 2`,
    parameter('owners', 'header', {
      type: 'array',
      items: { type: 'string' },
      collectionFormat: 'multi',
    }),
  ]),
  fault('PropertyMustBeRequired', ['parameters > pageSize > x-ms-visibility', 'internal']),
  fault('InternalRequiredPropertyNeedsDefault', [
    `${list} > 2`,
    parameter('owner', 'query', { required: true, 'x-ms-visibility': 'internal' }),
  ]),
]
