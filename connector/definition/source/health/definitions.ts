import { dateTime, object, oneOf, required, text } from '../schemas.js'
import type { Schema } from '../swagger.js'

export const healthDefinitions: Readonly<Record<string, Schema>> = {
  Health: object('Health', 'Whether the service can do its work.', {
    status: required(
      oneOf(
        'Status',
        'Healthy where the data store answers.',
        { Healthy: 'Healthy' },
        { example: 'Healthy' },
      ),
    ),
    version: required(
      text('Version', 'The version of the service.', {
        visibility: 'advanced',
        example: '0.1.0',
      }),
    ),
    checkedDateTime: required(
      dateTime('Checked Date Time', 'When the data store was asked.', {
        visibility: 'advanced',
      }),
    ),
  }),
}
