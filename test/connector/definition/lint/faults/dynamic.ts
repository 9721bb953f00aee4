import { fault } from './fault.js'
import type { Fault } from './fault.js'

const draft = 'definitions > ParcelDraft > properties'
const details = `${draft} > details`
const district = 'paths > /parcels > get > parameters > 0'
const values = 'x-ms-dynamic-values'
const list = 'x-ms-dynamic-list'
const schema = 'x-ms-dynamic-schema'
const properties = 'x-ms-dynamic-properties'
const given = (kind: unknown) => ({ kind })

/** Faults in what the designer calls while somebody fills in a field. */
export const dynamicFaults: readonly Fault[] = [
  fault('OperationIdNotFound', [`${district} > ${list} > operationId`, 'ListRegions']),
  fault('OperationIdNotFound', ['x-ms-capabilities', { testConnection: { operationId: 'Ping' } }]),
  fault('OperationIdNotFound', [
    'paths > /parcel-changes > get > x-ms-operation-context',
    { simulate: { operationId: 'ListRegions' } },
  ]),
  fault('DynamicExtensionDefinitionNotAllowedInParameter', [
    `paths > /parcels > post > parameters > 0 > ${schema}`,
    { operationId: 'GetParcelShape', 'value-path': 'schema' },
  ]),
  fault('DynamicTreeExtensionMissing', [`${district} > ${values}`, { capability: 'file-picker' }]),
  fault('SelectedItemValuePathNotAllowedInThisPosition', [
    `${district} > x-ms-dynamic-tree`,
    { open: { operationId: 'ListDistricts', selectedItemValuePath: 'code' } },
  ]),
  fault('OperationParameterNameNotFound', [
    `${district} > ${list} > parameters`,
    { region: { value: 'north' } },
  ]),
  fault('OperationParameterNameNotFound', [
    `${details} > ${properties} > parameters`,
    given({ parameterReference: 'body/sort' }),
  ]),
  fault('OperationMissingRequiredProperty', [`${details} > ${properties} > parameters`, undefined]),
  fault('OperationParameterRequiredMismatch', ['definitions > ParcelDraft > required', undefined]),
  fault('OperationParameterTypeMismatch', [
    `${draft} > district > ${list} > parameters`,
    given({ parameterReference: 'body/size' }),
  ]),
  fault('OperationParameterStaticTypeMismatch', [
    `${district} > ${list} > parameters`,
    given({ value: 3 }),
  ]),
  fault('OperationParameterStaticTypeMismatch', [`${district} > ${values} > parameters`, given(3)]),
  fault(
    'SourcePropertyInternal',
    [`${draft} > kind > x-ms-visibility`, 'internal'],
    [`${draft} > kind > default`, 'wood'],
  ),
  fault('InvokedOperationShouldProduceArray', [`${district} > ${list} > itemsPath`, 'items']),
  fault('InvokedOperationShouldProduceArray', [
    `${district} > ${values} > value-collection`,
    undefined,
  ]),
  fault('InvokedOperationShouldProduceProperty', [`${district} > ${list} > itemValuePath`, 'id']),
  fault('InvokedOperationShouldProduceProperty', [`${district} > ${values} > value-title`, 'name']),
  fault(
    'InvokedOperationShouldProduceProperty',
    [`${details} > ${properties} > itemValuePath`, 'shape'],
    [`${details} > ${schema} > value-path`, 'shape'],
  ),
  fault(
    'DynamicListExtensionRequiredForAmbiguousReferences',
    [`${draft} > district > ${list}`, undefined],
    [`${draft} > district > ${values} > parameters`, given({ parameter: 'kind' })],
    ['paths > /parcels > post > parameters > 1', sameName()],
  ),
  fault(
    'DynamicListExtensionRequiredForNonParameterReferences',
    [`${draft} > district > ${list}`, undefined],
    [`${draft} > district > ${values} > parameters`, given({ parameter: 'kind' })],
  ),
  fault(
    'DynamicPropertiesExtensionRequiredForAmbiguousReferences',
    [`${details} > ${properties}`, undefined],
    ['paths > /parcels > post > parameters > 1', sameName()],
  ),
  fault('DynamicPropertiesExtensionRequiredForNonParameterReferences', [
    `${details} > ${properties}`,
    undefined,
  ]),
  fault(
    'DynamicPropertiesExtensionRequiredForPropertiesValuePath',
    [`${details} > ${properties}`, undefined],
    [`${details} > ${schema} > value-path`, 'schema/properties'],
    [`${details} > ${schema} > parameters`, given('field')],
  ),
  fault('DynamicPropertiesItemValuePathMismatch', [
    `${details} > ${properties} > itemValuePath`,
    'schema/properties',
  ]),
]

function sameName() {
  return {
    name: 'kind',
    in: 'query',
    type: 'string',
    required: true,
    'x-ms-summary': 'Kind',
    description: 'Kind of the register.',
  }
}
