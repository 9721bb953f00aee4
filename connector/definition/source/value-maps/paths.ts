import { codeList, sourceSystemKey } from '../fields.js'
import { listOperation, operation } from '../operation.js'
import { body, query } from '../parameters.js'
import { ref } from '../schemas.js'
import type { PathItem } from '../swagger.js'
import { unmappedCodes, valueMapComparisons } from './review-paths.js'
import { code, direction } from './translation-definitions.js'

export const valueMapsPaths: Readonly<Record<string, PathItem>> = {
  '/value-translations': {
    get: operation({
      operationId: 'TranslateValue',
      summary: 'Translate a value',
      description:
        'Translates a code of a source system into the vocabulary of the organisation, or back.',

      parameters: [
        query('codeList', codeList(), { required: true }),
        query('code', code(), { required: true }),
        query(
          'sourceSystemKey',
          sourceSystemKey(
            'Key of the source system that uses or shall get the code. Without one, only maps for any source are used.',
          ),
        ),
        query('direction', direction()),
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
    post: operation({
      operationId: 'TranslateValues',
      summary: 'Translate many values',
      description:
        'Translates up to 5,000 codes, each in its own direction, and tells of each what became of it.',
      parameters: [body('The codes.', ref('TranslateValuesRequest'))],
      success: {
        description: 'One outcome a code, in the order in which the codes were sent.',
        schema: ref('TranslationOutcomes'),
        example: {
          value: [
            {
              outcome: 'Translated',
              codeList: 'Country',
              sourceSystemKey: 'IOC',
              direction: 'ToCanonical',
              code: 'GER',
              translatedCode: 'DE',
              translatedLabel: 'Germany',
              confidence: 1,
              valueMapId: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
            },
            {
              outcome: 'Unknown',
              codeList: 'Country',
              sourceSystemKey: 'IOC',
              direction: 'ToCanonical',
              code: 'ZZ',
              message: 'No value map of code list "Country" translates "ZZ" for source "IOC".',
            },
          ],
          translated: 1,
          unknown: 1,
          ambiguous: 0,
        },
      },
    }),
  },

  '/unmapped-codes': unmappedCodes,
  '/value-map-comparisons': valueMapComparisons,

  '/value-maps': {
    get: listOperation({
      operationId: 'ListValueMaps',
      summary: 'List value maps',
      description: 'Lists what the codes of source systems mean, by code list and canonical code.',
      parameters: [
        query('codeList', codeList()),
        query('sourceSystemKey', sourceSystemKey('Only maps of this source system.')),
        query('sourceCode', code('Only maps of this code of a source system.')),
        query('canonicalCodeValue', code('Only maps to this canonical code.')),
      ],
      success: {
        description: 'A page of value maps.',
        schema: ref('ValueMapList'),
        example: {
          value: [
            {
              valueMapId: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
              name: 'Country IOC GER',
              codeList: 'Country',
              sourceSystemKey: 'IOC',
              sourceCode: 'GER',
              sourceLabel: 'Germany',
              canonicalCodeValue: 'DE',
              canonicalLabel: 'Germany',
              confidence: 1,
              modifiedOn: '2026-11-21T10:00:00Z',
            },
          ],
        },
      },
    }),
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
