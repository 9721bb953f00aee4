import { maxLength } from '../../../../solution/tables/index.js'
import { externalKey, sourceSystemKey, targetTable } from '../fields.js'
import { listOperation, operation } from '../operation.js'
import { query } from '../parameters.js'
import { guid, ref, text } from '../schemas.js'
import type { PathItem } from '../swagger.js'

export const crosswalkPaths: Readonly<Record<string, PathItem>> = {
  '/identifier-resolutions': {
    get: operation({
      operationId: 'ResolveIdentifier',
      summary: 'Resolve an identifier',
      description: 'Finds the record that a key of a source system stands for.',

      parameters: [
        query('sourceSystemKey', sourceSystemKey(), { required: true }),
        query('targetTable', targetTable(), { required: true }),
        query('externalKey', externalKey(), { required: true }),
      ],
      success: {
        description: 'The crosswalk entry.',
        schema: ref('Identifier'),
        example: {
          identifierId: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
          sourceSystemKey: 'HRIS',
          targetTable: 'contact',
          externalKey: 'E-100',
          targetId: '0b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10',
          firstSeenDateTime: '2026-11-20T10:00:00Z',
          lastSeenDateTime: '2026-11-21T10:00:00Z',
        },
      },
      errors: ['IdentifierNotFound'],
    }),
  },

  '/identifiers': {
    get: listOperation({
      operationId: 'ListIdentifiers',
      summary: 'List identifiers',
      description:
        'Lists crosswalk entries, for example all keys of one record or all keys of one source system.',

      parameters: [
        query('sourceSystemKey', sourceSystemKey()),
        query('targetTable', targetTable()),
        query('targetId', guid('Target ID', 'Only entries of this record, a GUID.')),
        query(
          'externalKeyPrefix',
          text(
            'External Key Prefix',
            'Only entries whose external key starts like this, compared character by character.',
            {
              visibility: 'advanced',
              minLength: 1,
              maxLength: maxLength.externalKey,
              example: 'E-1',
            },
          ),
        ),
      ],
      success: {
        description: 'A page of crosswalk entries.',
        schema: ref('IdentifierList'),
        example: {
          value: [
            {
              identifierId: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
              sourceSystemKey: 'HRIS',
              targetTable: 'contact',
              externalKey: 'E-100',
              targetId: '0b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10',
              firstSeenDateTime: '2026-11-20T10:00:00Z',
              lastSeenDateTime: '2026-11-21T10:00:00Z',
            },
          ],
        },
      },
    }),
  },
}
