import { codeList, sourceSystemKey } from '../fields.js'
import { listOperation } from '../operation.js'
import { query } from '../parameters.js'
import { number, ref } from '../schemas.js'
import type { PathItem } from '../swagger.js'
import { mark } from './comparison-definitions.js'

/** What people look at to keep value maps whole: codes without a map, and code lists side by side. */
export const unmappedCodes: PathItem = {
  get: listOperation({
    operationId: 'ListUnmappedCodes',
    summary: 'List unmapped codes',
    description:
      'Lists codes that no map knows and that held items wait for, with how many wait and one of them.',
    parameters: [
      query('codeList', codeList('Only codes of this code list.')),
      query('sourceSystemKey', sourceSystemKey('Only codes of this source system.')),
    ],
    success: {
      description: 'A page of unmapped codes.',
      schema: ref('UnmappedCodeList'),
      example: {
        value: [
          {
            codeList: 'Country',
            sourceSystemKey: 'IOC',
            sourceCode: 'KOS',
            waitingItems: 12,
            isCountComplete: true,
            exampleItemId: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
            exampleJobId: '0b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10',
            targetTable: 'contact',
            fieldName: 'address1_country',
            externalKey: 'E-100',
          },
        ],
      },
    },
  }),
}

export const valueMapComparisons: PathItem = {
  get: listOperation({
    operationId: 'CompareValueMaps',
    summary: 'Compare value maps',
    description:
      'Compares how the source systems write the codes of one code list, and marks gaps, conflicts, several codes for one and unsure maps.',
    parameters: [
      query('codeList', codeList(), { required: true }),
      query('mark', mark('Only canonical codes with this mark.')),
      query(
        'minimumConfidence',
        number(
          'Minimum Confidence',
          'Maps below this confidence are marked, from 0 to 1. Without one, 0.8.',
          { visibility: 'advanced', minimum: 0, maximum: 1, example: 0.8 },
        ),
      ),
    ],
    success: {
      description: 'A page of canonical codes.',
      schema: ref('ValueMapComparison'),
      example: {
        codeList: 'Country',
        sourceSystemKeys: ['IOC'],
        canonicalCodes: 1,
        gaps: 0,
        conflicts: 0,
        several: 0,
        lowConfidence: 0,
        value: [
          {
            canonicalCodeValue: 'DE',
            canonicalLabel: 'Germany',
            marks: [],
            sources: [
              {
                sourceSystemKey: 'IOC',
                marks: [],
                valueMaps: [
                  {
                    valueMapId: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
                    sourceCode: 'GER',
                    sourceLabel: 'Germany',
                    confidence: 1,
                  },
                ],
                inheritedValueMaps: [],
              },
            ],
          },
        ],
      },
    },
    errors: ['CodeListTooLarge'],
  }),
}
