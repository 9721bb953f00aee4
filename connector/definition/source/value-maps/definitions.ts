import { maxLength } from '../../../../solution/tables/index.js'
import { codeList, sourceSystemKey } from '../fields.js'
import { integer, list, number, object, ref, required, text } from '../schemas.js'
import type { Schema } from '../swagger.js'
import { comparisonDefinitions } from './comparison-definitions.js'
import { mapDefinitions } from './map-definitions.js'
import { translationDefinitions } from './translation-definitions.js'

export const valueMapsDefinitions: Readonly<Record<string, Schema>> = {
  ...translationDefinitions,
  ...mapDefinitions,
  ...comparisonDefinitions,

  UpsertValueMapsRequest: object(
    'Value Maps',
    'Maps to add or change.',
    {
      valueMaps: required(
        list(
          'Value Maps',
          'The maps, at least one and at most 5,000, each for another code.',
          ref('ValueMapEntry'),
          { minItems: 1, maxItems: 5000 },
        ),
      ),
    },
    {
      example: {
        valueMaps: [
          {
            codeList: 'Country',
            sourceSystemKey: 'IOC',
            sourceCode: 'GER',
            sourceLabel: 'Germany',
            canonicalCodeValue: 'DE',
            canonicalLabel: 'Germany',
            confidence: 1,
          },
        ],
      },
    },
  ),

  ValueMapEntry: object(
    'Value Map',
    'What one code of a source system means. What is left out is emptied.',
    {
      codeList: required(codeList()),
      sourceSystemKey: sourceSystemKey(
        'Key of the source system that uses the code. Without one, the map holds for any source.',
      ),
      sourceCode: required(
        text(
          'Source Code',
          'The code as the source system writes it, taken character by character.',
          { minLength: 1, maxLength: maxLength.code, example: 'GER' },
        ),
      ),
      sourceLabel: text('Source Label', 'The name of the code in the source system.', {
        visibility: 'advanced',
        maxLength: maxLength.label,
        example: 'Germany',
      }),
      canonicalCodeValue: required(
        text('Canonical Code Value', 'The code in the vocabulary of the organisation.', {
          minLength: 1,
          maxLength: maxLength.code,
          example: 'DE',
        }),
      ),
      canonicalLabel: text(
        'Canonical Label',
        'The name of the code in the vocabulary of the organisation.',
        { visibility: 'advanced', maxLength: maxLength.label, example: 'Germany' },
      ),
      confidence: number('Confidence', 'How sure the map is, from 0 to 1. Without one, 1.', {
        visibility: 'advanced',
        minimum: 0,
        maximum: 1,
        example: 1,
      }),
    },
  ),

  UpsertResult: object('Result', 'How many entries were added, changed and left as they were.', {
    received: required(integer('Received', 'How many entries were sent.', { example: 3 })),
    created: required(integer('Created', 'How many entries were added.', { example: 1 })),
    updated: required(integer('Updated', 'How many entries were changed.', { example: 1 })),
    unchanged: required(
      integer('Unchanged', 'How many entries were as sent already.', { example: 1 }),
    ),
  }),
}
