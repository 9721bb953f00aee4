import { maxLength } from '../../../../solution/tables/index.js'
import { externalKey, sourceSystemKey, targetTable } from '../fields.js'
import { listOperation, operation } from '../operation.js'
import { body, query } from '../parameters.js'
import { identifierExample } from './examples.js'
import { identifierLinks } from './link-paths.js'
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
        example: identifierExample,
      },
      errors: ['IdentifierNotFound'],
    }),
    post: operation({
      operationId: 'ResolveIdentifiers',
      summary: 'Resolve many identifiers',
      description:
        'Finds the records that up to 5,000 keys stand for, and tells of each whether it is known.',
      parameters: [body('The keys.', ref('ResolveIdentifiersRequest'))],
      success: {
        description: 'One answer a key, in the order in which the keys were sent.',
        schema: ref('IdentifierResolutions'),
        example: {
          value: [
            {
              sourceSystemKey: 'HRIS',
              targetTable: 'contact',
              externalKey: 'E-100',
              isFound: true,
              targetId: identifierExample.targetId,
              identifierId: identifierExample.identifierId,
            },
            {
              sourceSystemKey: 'HRIS',
              targetTable: 'contact',
              externalKey: 'E-999',
              isFound: false,
            },
          ],
          found: 1,
          notFound: 1,
        },
      },
    }),
  },

  '/identifier-links': identifierLinks,

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
        example: { value: [identifierExample] },
      },
    }),
  },
}
