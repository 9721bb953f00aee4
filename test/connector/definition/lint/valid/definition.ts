import { definitions, districts, field } from './schemas.js'

/** A small definition that breaks no rule. The faults of the specs are planted into it. */
export function validDefinition(): object {
  return {
    swagger: '2.0',
    info: {
      title: 'Parcel Register',
      description: 'Look up parcels of land, add new ones and be told when one of them changes.',
      version: '1.0.0',
      contact: {
        name: 'Register office',
        url: 'https://register.example.org',
        email: 'office@register.example.org',
      },
    },
    host: 'register.example.org',
    basePath: '/v1',
    schemes: ['https'],
    consumes: ['application/json'],
    produces: ['application/json'],
    paths: {
      '/parcels': { get: listParcels(), post: createParcel() },
      '/parcels/{parcelId}': { get: getParcel() },
      '/parcels/{parcelId}/photos': { post: addPhoto() },
      '/districts': { get: listDistricts() },
      '/parcel-shapes': { get: getShape() },
      '/parcel-changes': { get: polledChanges() },
      '/parcel-watches': {
        'x-ms-notification-content': {
          description: 'The parcel that changed.',
          schema: { $ref: '#/definitions/Parcel' },
        },
        post: watch(),
        delete: stopWatching(),
      },
    },
    definitions: definitions(),
    parameters: {
      pageSize: {
        ...field('Page Size', 'How many parcels a page has.', 'integer'),
        name: 'pageSize',
        in: 'query',
        minimum: 1,
        maximum: 100,
        default: 50,
      },
    },
    responses: { NotFound: { description: 'There is no such parcel.' } },
    securityDefinitions: {
      token: {
        type: 'oauth2',
        flow: 'accessCode',
        authorizationUrl: 'https://login.example.org/authorize',
        tokenUrl: 'https://login.example.org/token',
        scopes: { read: 'Reads parcels.' },
      },
      api_key: { type: 'apiKey', in: 'header', name: 'x-api-key' },
    },
    security: [{ token: ['read'] }, { api_key: [] }],
    'x-ms-connector-metadata': [
      { propertyName: 'Website', propertyValue: 'https://register.example.org' },
      { propertyName: 'Privacy policy', propertyValue: 'https://register.example.org/privacy' },
      { propertyName: 'Categories', propertyValue: 'Data;Website' },
    ],
  }
}

const parcelId = {
  ...field('Parcel ID', 'Number of the parcel.', 'string'),
  name: 'parcelId',
  in: 'path',
  required: true,
  'x-ms-url-encoding': 'single',
}

function operation(operationId: string, summary: string, description: string) {
  return { operationId, summary, description, 'x-ms-visibility': 'important' }
}

function answers(definition: string) {
  return {
    200: { description: 'What was asked for.', schema: { $ref: `#/definitions/${definition}` } },
    default: { description: 'It failed.' },
  }
}

const bodyOf = (definition: string) => ({
  name: 'body',
  in: 'body',
  required: true,
  'x-ms-summary': 'Body',
  description: 'What is sent.',
  schema: { $ref: `#/definitions/${definition}` },
})

function listParcels() {
  return {
    ...operation('ListParcels', 'List parcels', 'Lists the parcels of a district.'),
    'x-ms-pageable': { nextLinkName: 'nextLink' },
    parameters: [
      {
        ...field('District', 'Code of the district.', 'string'),
        name: 'district',
        in: 'query',
        ...districts,
      },
      { $ref: '#/parameters/pageSize' },
    ],
    responses: answers('ParcelList'),
  }
}

function createParcel() {
  return {
    ...operation('CreateParcel', 'Add a parcel', 'Adds a parcel to the register.'),
    parameters: [bodyOf('ParcelDraft')],
    responses: answers('Parcel'),
  }
}

function getParcel() {
  return {
    ...operation('GetParcel', 'Get a parcel', 'Gets a parcel by its number.'),
    parameters: [parcelId],
    responses: { ...answers('Parcel'), 404: { $ref: '#/responses/NotFound' } },
  }
}

function addPhoto() {
  return {
    ...operation('AddParcelPhoto', 'Add a photo', 'Adds a photo to a parcel.'),
    consumes: ['multipart/form-data'],
    parameters: [
      parcelId,
      {
        ...field('Photo', 'The photo itself.', 'file'),
        name: 'photo',
        in: 'formData',
        required: true,
      },
    ],
    responses: answers('Parcel'),
  }
}

function listDistricts() {
  return {
    ...operation('ListDistricts', 'List districts', 'Lists all districts of the register.'),
    parameters: [
      { ...field('Kind', 'Kind of the districts.', 'string'), name: 'kind', in: 'query' },
    ],
    responses: answers('DistrictList'),
  }
}

function getShape() {
  return {
    ...operation(
      'GetParcelShape',
      'Get the details of a kind',
      'Gets what a kind of parcel asks for.',
    ),
    parameters: [
      {
        ...field('Kind', 'Kind of the parcel.', 'string'),
        name: 'kind',
        in: 'query',
        required: true,
      },
    ],
    responses: answers('ParcelShape'),
  }
}

function polledChanges() {
  return {
    ...operation('WhenParcelChangesPolled', 'When a parcel changes (polled)', 'Looks for changes.'),
    'x-ms-trigger': 'batch',
    'x-ms-trigger-hint': 'Change a parcel.',
    parameters: [],
    responses: answers('ParcelList'),
  }
}

function watch() {
  return {
    ...operation('WhenParcelChanges', 'When a parcel changes', 'Tells of each change.'),
    'x-ms-trigger': 'single',
    parameters: [bodyOf('ParcelWatch')],
    responses: { 201: { description: 'Watching.' }, default: { description: 'It failed.' } },
  }
}

function stopWatching() {
  return {
    ...operation('StopWhenParcelChanges', 'Stop watching', 'Ends the watching of parcels.'),
    'x-ms-visibility': 'internal',
    parameters: [
      {
        ...field('Watch ID', 'Id of the watch.', 'string'),
        name: 'watchId',
        in: 'query',
        required: true,
      },
    ],
    responses: { 200: { description: 'No longer watching.' } },
  }
}
