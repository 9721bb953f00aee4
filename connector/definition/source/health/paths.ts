import { operation } from '../operation.js'
import { ref } from '../schemas.js'
import type { PathItem } from '../swagger.js'

export const healthPaths: Readonly<Record<string, PathItem>> = {
  '/health': {
    get: operation({
      operationId: 'GetHealth',
      summary: 'Get the health of the service',
      description: 'Tells whether the service can reach its data store.',
      'x-ms-visibility': 'advanced',

      success: {
        description: 'The service can do its work.',
        schema: ref('Health'),
        example: {
          status: 'Healthy',
          version: '0.1.0',
          checkedDateTime: '2026-11-21T10:00:00Z',
        },
      },
    }),
  },
}
