import {
  guid,
  integer,
  list,
  number,
  object,
  oneOf,
  page,
  ref,
  required,
  text,
} from '../schemas.js'
import type { Schema } from '../swagger.js'

/** What a person should look at in a cell of the comparison. */
export const markNames = {
  Gap: 'Gap',
  Conflict: 'Conflict',
  Several: 'Several',
  LowConfidence: 'Low Confidence',
} as const

export type MarkName = keyof typeof markNames

export function mark(description: string): Schema {
  return oneOf('Mark', description, markNames, { example: 'Gap' })
}

const marks = list(
  'Marks',
  'What to look at: a gap, a conflict, several codes, a low confidence.',
  { type: 'string', enum: Object.keys(markNames) },
  { example: ['Gap'] },
)

const counted = (title: string, description: string) =>
  required(integer(title, description, { example: 1 }))

export const comparisonDefinitions: Readonly<Record<string, Schema>> = {
  ValueMapComparison: page(
    'Value Map Comparison',
    'One code list, canonical code by canonical code, and how each source system writes it.',
    'ComparedCode',
    {
      codeList: required(text('Code List', 'The code list.', { example: 'Country' })),
      sourceSystemKeys: required(
        list(
          'Source System Keys',
          'Keys of the source systems that have maps of the code list.',
          { type: 'string' },
          { example: ['IOC'] },
        ),
      ),
      canonicalCodes: counted('Canonical Codes', 'How many canonical codes the code list has.'),
      gaps: counted('Gaps', 'How many canonical codes some source system has no code for.'),
      conflicts: counted(
        'Conflicts',
        'How many canonical codes share a source code with another one.',
      ),
      several: counted(
        'Several',
        'How many canonical codes have several codes in a source system.',
      ),
      lowConfidence: counted('Low Confidence', 'How many canonical codes have an unsure map.'),
    },
  ),

  ComparedCode: object('Compared Code', 'A canonical code and how each source system writes it.', {
    canonicalCodeValue: required(
      text('Canonical Code Value', 'The code in the vocabulary of the organisation.', {
        example: 'DE',
      }),
    ),
    canonicalLabel: text('Canonical Label', 'The name of the code. Absent where it has none.', {
      example: 'Germany',
    }),
    marks: required(marks),
    sources: required(
      list('Sources', 'The source systems, each with its codes.', ref('ComparedSource')),
    ),
  }),

  ComparedSource: object('Compared Source', 'How one source system writes a canonical code.', {
    sourceSystemKey: text(
      'Source System Key',
      'Key of the source system. Absent for maps that hold for any source.',
      { example: 'IOC' },
    ),
    marks: required(marks),
    valueMaps: required(
      list('Value Maps', 'Maps of the source system itself.', ref('ComparedValueMap')),
    ),
    inheritedValueMaps: required(
      list(
        'Inherited Value Maps',
        'Maps for any source that hold here because the source system has none of its own.',
        ref('ComparedValueMap'),
        { visibility: 'advanced' },
      ),
    ),
  }),

  ComparedValueMap: object('Compared Value Map', 'A code of a source system.', {
    valueMapId: required(
      guid('Value Map ID', 'Id of the map, a GUID.', { visibility: 'advanced' }),
    ),
    sourceCode: required(
      text('Source Code', 'The code as the source system writes it.', { example: 'GER' }),
    ),
    sourceLabel: text('Source Label', 'The name of the code. Absent where it has none.', {
      example: 'Germany',
    }),
    confidence: required(
      number('Confidence', 'How sure the map is, from 0 to 1.', {
        minimum: 0,
        maximum: 1,
        example: 1,
      }),
    ),
    otherMeanings: list(
      'Other Meanings',
      'Other canonical codes that the same source code stands for. Absent where there are none.',
      { type: 'string' },
      { visibility: 'advanced' },
    ),
  }),
}
