import { errorSchemas } from './error-schemas.js'
import { families, merged } from './families.js'
import { sharedParameters } from './parameters.js'

const host = 'data-integration.example.com'
const website = `https://${host}`

/** The Swagger 2.0 file that is uploaded and that the service routes and validates by. */
export const apiDefinition = {
  swagger: '2.0',
  info: {
    title: 'Data Integration Ledger',
    description:
      'Submit updates from source systems and follow what became of each. Query the crosswalk, ' +
      'translate codes, set commit policies, and read the ledger that tells where every governed ' +
      'value came from and who vouched for it.',
    version: '1.0.0',
    contact: {
      name: 'Integration administrators',
      url: website,
      email: `integration@${host}`,
    },
  },
  host,
  basePath: '/v1',
  schemes: ['https'],
  consumes: ['application/json'],
  produces: ['application/json'],
  paths: merged(families.map(({ paths }) => paths)),
  definitions: { ...merged(families.map(({ definitions }) => definitions)), ...errorSchemas },
  parameters: sharedParameters,
  securityDefinitions: {
    token: {
      type: 'oauth2',
      flow: 'accessCode',
      authorizationUrl: 'https://login.microsoftonline.com/common/oauth2/authorize',
      tokenUrl: 'https://login.microsoftonline.com/common/oauth2/token',
      scopes: {},
    },
    api_key: { type: 'apiKey', in: 'header', name: 'x-api-key' },
  },
  security: [{ token: [] }, { api_key: [] }],
  'x-ms-connector-metadata': [
    { propertyName: 'Website', propertyValue: website },
    { propertyName: 'Privacy policy', propertyValue: `${website}/privacy` },
    { propertyName: 'Categories', propertyValue: 'Data;Business Management' },
  ],
}
