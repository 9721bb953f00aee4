import { maxLength } from '../../../../solution/tables/index.js'
import { codeList, sourceSystemKey } from '../fields.js'
import { guid, integer, list, number, object, oneOf, ref, required, text } from '../schemas.js'
import type { Schema } from '../swagger.js'

const directions = { ToCanonical: 'To Canonical', ToSource: 'To Source' }

export function direction(
  description = 'Whether the code is one of the source system or one of the vocabulary of the organisation.',
): Schema {
  return oneOf('Direction', description, directions, {
    visibility: 'advanced',
    default: 'ToCanonical',
    example: 'ToCanonical',
  })
}

export function code(
  description = 'The code to translate, compared character by character.',
): Schema {
  return text('Code', description, { minLength: 1, maxLength: maxLength.code, example: 'GER' })
}

const translatedLabel = text(
  'Translated Label',
  'The name of the translated code, where the map has one.',
  { example: 'Germany' },
)

const confidence = number('Confidence', 'How sure the map is, from 0 to 1.', {
  minimum: 0,
  maximum: 1,
  example: 1,
})

const valueMapId = guid('Value Map ID', 'Id of the map that was used, a GUID.', {
  visibility: 'advanced',
})

export const translationDefinitions: Readonly<Record<string, Schema>> = {
  ValueTranslation: object('Translation', 'A code and its translation.', {
    codeList: required(text('Code List', 'The code list.', { example: 'Country' })),
    sourceSystemKey: text(
      'Source System Key',
      'Key of the source system. Absent where only maps for any source were asked.',
      { example: 'IOC' },
    ),
    direction: required(
      oneOf('Direction', 'The direction of the translation.', directions, {
        visibility: 'advanced',
        example: 'ToCanonical',
      }),
    ),
    code: required(text('Code', 'The code that was translated.', { example: 'GER' })),
    translatedCode: required(text('Translated Code', 'What it means.', { example: 'DE' })),
    translatedLabel,
    confidence: required(confidence),
    valueMapId: required(valueMapId),
  }),

  TranslateValuesRequest: object(
    'Translations',
    'Codes to translate.',
    {
      translations: required(
        list(
          'Translations',
          'The codes, at least one and at most 5,000. Each tells its own direction.',
          ref('ValueToTranslate'),
          { minItems: 1, maxItems: 5000 },
        ),
      ),
    },
    {
      example: {
        translations: [
          { codeList: 'Country', code: 'GER', sourceSystemKey: 'IOC' },
          { codeList: 'Country', code: 'DE', sourceSystemKey: 'IOC', direction: 'ToSource' },
        ],
      },
    },
  ),

  ValueToTranslate: object('Value To Translate', 'A code and where it comes from or goes to.', {
    codeList: required(codeList()),
    code: required(code()),
    sourceSystemKey: sourceSystemKey(
      'Key of the source system that uses or shall get the code. Without one, only maps for any source are used.',
    ),
    direction: direction(),
  }),

  TranslationOutcomes: object(
    'Translation Outcomes',
    'One outcome a code, in the order in which the codes were sent.',
    {
      value: required(list('Value', 'The outcomes, one a code.', ref('TranslationOutcome'))),
      translated: required(
        integer('Translated', 'How many codes were translated.', { example: 1 }),
      ),
      unknown: required(integer('Unknown', 'How many codes no map knows.', { example: 1 })),
      ambiguous: required(
        integer('Ambiguous', 'How many codes have several translations.', { example: 0 }),
      ),
    },
  ),

  TranslationOutcome: object('Translation Outcome', 'A code and what became of it.', {
    outcome: required(
      oneOf(
        'Outcome',
        'Whether the code was translated, is known to no map, or has several translations.',
        { Translated: 'Translated', Unknown: 'Unknown', Ambiguous: 'Ambiguous' },
        { example: 'Translated' },
      ),
    ),
    codeList: required(text('Code List', 'The code list, as it was sent.', { example: 'Country' })),
    sourceSystemKey: text('Source System Key', 'Key of the source system, as it was sent.', {
      example: 'IOC',
    }),
    direction: required(
      oneOf('Direction', 'The direction of the translation.', directions, {
        visibility: 'advanced',
        example: 'ToCanonical',
      }),
    ),
    code: required(text('Code', 'The code, as it was sent.', { example: 'GER' })),
    translatedCode: text('Translated Code', 'What it means. Absent where that is not known.', {
      example: 'DE',
    }),
    translatedLabel,
    confidence,
    valueMapId,
    candidates: list(
      'Candidates',
      'The codes that all mean the same, at most ten. Absent where the translation is clear.',
      { type: 'string' },
      { visibility: 'advanced' },
    ),
    message: text('Message', 'Why there is no translation, in a sentence for a person.', {
      example: 'No value map of code list "Country" translates "ZZ" for source "IOC".',
    }),
  }),
}
