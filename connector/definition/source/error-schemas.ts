import { list, object, ref, required, text } from './schemas.js'
import type { Schema } from './swagger.js'

const advanced = { visibility: 'advanced' } as const

/**
 * The body of every answer that is not a success. No response refers to it, since the platform takes
 * one response with a schema an operation: the service answers with it all the same.
 */
export const errorSchemas: Readonly<Record<string, Schema>> = {
  Error: object(
    'Error',
    'The body of every answer that is not a success.',
    {
      error: required(
        object(
          'Error',
          'What went wrong.',
          {
            code: required(
              text('Code', 'A stable name of the failure to branch on.', {
                example: 'InvalidRequest',
              }),
            ),
            message: required(
              text('Message', 'What went wrong and what was expected, for a person.', {
                example:
                  'The request has 1 fault: items[3].externalKey is longer than 450 characters.',
              }),
            ),
            details: required(
              list('Details', 'Each fault with its place.', ref('ErrorDetail'), advanced),
            ),
          },
          advanced,
        ),
      ),
    },
    advanced,
  ),

  ErrorDetail: object(
    'Error Detail',
    'One fault and its place in the request.',
    {
      path: required(text('Path', 'The place of the fault.', { example: 'items[3].externalKey' })),
      message: required(
        text('Message', 'What is wrong there.', {
          example: 'items[3].externalKey is longer than 450 characters.',
        }),
      ),
      value: text('Value', 'The value found, shortened.', { example: '"E-100..."' }),
      expected: text('Expected', 'What belongs there.', {
        example: 'a text of at most 450 characters',
      }),
    },
    advanced,
  ),
}
