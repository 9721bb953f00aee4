import { maxLength } from '../../../../solution/tables/index.js'
import { codeList, sourceSystemKey } from '../fields.js'
import { operation } from '../operation.js'
import { body, query } from '../parameters.js'
import { oneOf, ref, text } from '../schemas.js'
import type { PathItem } from '../swagger.js'

export const valueMapsPaths: Readonly<Record<string, PathItem>> = {
  '/value-translations': {
    get: operation({
      operationId: 'TranslateValue',
      summary: 'Translate a value',
      description:
        'Translates a code of a source system into the vocabulary of the organisation, or back.',

      parameters: [
        query('codeList', codeList(), { required: true }),
        query(
          'code',
          text('Code', 'The code to translate, compared character by character.', {
            minLength: 1,
            maxLength: maxLength.code,
            example: 'GER',
          }),
          { required: true },
        ),
        query(
          'sourceSystemKey',
          sourceSystemKey(
            'Key of the source system that uses or shall get the code. Without one, only maps for any source are used.',
          ),
        ),
        query(
          'direction',
          oneOf(
            'Direction',
            'Whether the code is one of the source system or one of the vocabulary of the organisation.',
            { ToCanonical: 'To Canonical', ToSource: 'To Source' },
            { visibility: 'advanced', default: 'ToCanonical' },
          ),
        ),
      ],
      success: {
        description: 'The translation.',
        schema: ref('ValueTranslation'),
        example: {
          codeList: 'Country',
          sourceSystemKey: 'IOC',
          direction: 'ToCanonical',
          code: 'GER',
          translatedCode: 'DE',
          translatedLabel: 'Germany',
          confidence: 1,
          valueMapId: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
        },
      },
      errors: ['ValueMapNotFound', 'AmbiguousTranslation'],
    }),
  },

  '/value-maps': {
    post: operation({
      operationId: 'UpsertValueMaps',
      summary: 'Add or change value maps',
      description: 'Adds or changes up to 5,000 maps. Sent again, the same maps change nothing.',
      'x-ms-visibility': 'advanced',
      parameters: [body('The maps.', ref('UpsertValueMapsRequest'))],
      success: {
        description: 'How many maps were added, changed and left as they were.',
        schema: ref('UpsertResult'),
        example: { received: 3, created: 1, updated: 1, unchanged: 1 },
      },
    }),
  },
}
