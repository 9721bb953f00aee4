import { externalKey, sourceSystemKey, targetId, targetTable } from '../fields.js'
import { operation } from '../operation.js'
import { body, query } from '../parameters.js'
import { ref } from '../schemas.js'
import type { PathItem } from '../swagger.js'
import { identifierExample } from './examples.js'

export const identifierLinks: PathItem = {
  post: operation({
    operationId: 'LinkIdentifier',
    summary: 'Link an identifier',
    description:
      'Tells which record a key of a source system stands for. Sent again, it changes nothing; a key that stands for another record is refused unless it is to be taken from it.',
    parameters: [body('The key and its record.', ref('LinkIdentifierRequest'))],
    success: {
      status: 201,
      description: 'The crosswalk entry and what was done.',
      schema: ref('IdentifierLink'),
      example: { outcome: 'Linked', identifier: identifierExample },
    },
    errors: [
      'UnknownTable',
      'ProtectedTable',
      'RecordNotFound',
      'IdentifierLinked',
      'ChangedMeanwhile',
    ],
  }),
  delete: operation({
    operationId: 'UnlinkIdentifier',
    summary: 'Unlink an identifier',
    description:
      'Removes what the crosswalk knows of a key of a source system. Sent again, it tells that nothing was there.',
    'x-ms-visibility': 'advanced',
    parameters: [
      query('sourceSystemKey', sourceSystemKey(), { required: true }),
      query('targetTable', targetTable(), { required: true }),
      query('externalKey', externalKey(), { required: true }),
      query(
        'targetId',
        targetId(
          'Only where the key stands for this record, a GUID. Otherwise the request is refused.',
        ),
      ),
    ],
    success: {
      description: 'What was removed, or that nothing was there.',
      schema: ref('IdentifierUnlink'),
      example: {
        isRemoved: true,
        message: 'Key "E-100" of "HRIS" stands for no record of contact any more.',
        identifier: identifierExample,
      },
    },
    errors: ['IdentifierLinked', 'ChangedMeanwhile'],
  }),
}
