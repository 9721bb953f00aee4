/** What the definition's own schemas and parameters are made of. */
export function field(summary: string, description: string, type: string) {
  return { type, 'x-ms-summary': summary, description, 'x-ms-visibility': 'important' }
}

/** A field that is picked from a list of districts. */
export const districts = {
  'x-ms-dynamic-values': {
    operationId: 'ListDistricts',
    'value-collection': 'value',
    'value-path': 'code',
    'value-title': 'label',
  },
  'x-ms-dynamic-list': {
    operationId: 'ListDistricts',
    itemsPath: 'value',
    itemValuePath: 'code',
    itemTitlePath: 'label',
  },
}

/** The named schemas of the definition. */
export function definitions() {
  return {
    Parcel: {
      type: 'object',
      required: ['parcelId'],
      properties: {
        parcelId: field('Parcel ID', 'Number of the parcel.', 'string'),
        size: { ...field('Size', 'Size in square metres.', 'number'), format: 'double' },
      },
    },
    ParcelList: {
      type: 'object',
      properties: {
        value: {
          ...field('Parcels', 'The parcels of the page.', 'array'),
          items: { $ref: '#/definitions/Parcel' },
        },
        nextLink: field('Next Link', 'Address of the next page.', 'string'),
      },
    },
    ParcelDraft: {
      type: 'object',
      required: ['kind'],
      properties: {
        kind: {
          ...field('Kind', 'Kind of the parcel.', 'string'),
          enum: ['field', 'wood'],
          'x-ms-enum-values': [
            { value: 'field', displayName: 'Field' },
            { value: 'wood', displayName: 'Wood' },
          ],
        },
        district: { ...field('District', 'Code of the district.', 'string'), ...districts },
        size: { ...field('Size', 'Size in square metres.', 'number'), minimum: 1, maximum: 9 },
        details: {
          ...field('Details', 'What the kind asks for.', 'object'),
          'x-ms-dynamic-schema': {
            operationId: 'GetParcelShape',
            'value-path': 'schema',
            parameters: { kind: { parameter: 'kind' } },
          },
          'x-ms-dynamic-properties': {
            operationId: 'GetParcelShape',
            itemValuePath: 'schema',
            parameters: { kind: { parameterReference: 'body/kind' } },
          },
        },
      },
    },
    DistrictList: {
      type: 'object',
      properties: {
        value: {
          ...field('Districts', 'All districts.', 'array'),
          items: {
            type: 'object',
            properties: {
              code: field('Code', 'Code of the district.', 'string'),
              label: field('Label', 'What people call it.', 'string'),
            },
          },
        },
      },
    },
    ParcelShape: {
      type: 'object',
      properties: { schema: field('Schema', 'Schema of the details.', 'object') },
    },
    ParcelWatch: {
      type: 'object',
      required: ['callbackUrl'],
      properties: {
        callbackUrl: {
          ...field('Callback URL', 'Where changes are told.', 'string'),
          'x-ms-visibility': 'internal',
          'x-ms-notification-url': true,
        },
      },
    },
  }
}
