import { sourceSystemKey, targetTable } from '../fields.js'
import { listOperation, operation } from '../operation.js'
import { query } from '../parameters.js'
import { ref } from '../schemas.js'
import type { PathItem } from '../swagger.js'
import { recordSchemaExample } from './examples.js'

const pageSize = 'PickerPageSize'

export const designerPaths: Readonly<Record<string, PathItem>> = {
  '/source-systems': {
    get: listOperation({
      operationId: 'ListSourceSystems',
      summary: 'List source systems',
      description:
        'Lists the systems that submitted jobs, have value maps or are named by commit policies.',
      'x-ms-visibility': 'advanced',
      pageSize,
      success: {
        description: 'A page of source systems.',
        schema: ref('SourceSystemList'),
        example: {
          value: [{ sourceSystemKey: 'HRIS', lastSubmittedDateTime: '2026-11-21T10:00:00Z' }],
        },
      },
    }),
  },

  '/tables': {
    get: listOperation({
      operationId: 'ListTables',
      summary: 'List tables',
      description: 'Lists the tables that jobs may write.',
      'x-ms-visibility': 'advanced',
      pageSize,
      success: {
        description: 'A page of tables.',
        schema: ref('TargetTableList'),
        example: {
          value: [{ targetTable: 'contact', displayName: 'Contact', title: 'Contact (contact)' }],
        },
      },
    }),
  },

  '/columns': {
    get: listOperation({
      operationId: 'ListColumns',
      summary: 'List columns',
      description: 'Lists the columns of a table that jobs may write.',
      'x-ms-visibility': 'advanced',
      pageSize,
      parameters: [query('targetTable', targetTable(), { required: true })],
      success: {
        description: 'A page of columns.',
        schema: ref('TableColumnList'),
        example: {
          value: [
            {
              fieldName: 'emailaddress1',
              displayName: 'Email',
              title: 'Email (emailaddress1)',
              columnType: 'Text',
              maxLength: 100,
            },
          ],
        },
      },
      errors: ['UnknownTable', 'ProtectedTable'],
    }),
  },

  '/code-lists': {
    get: listOperation({
      operationId: 'ListCodeLists',
      summary: 'List code lists',
      description: 'Lists the code lists that have value maps or are named by commit policies.',
      'x-ms-visibility': 'advanced',
      pageSize,
      parameters: [
        query(
          'sourceSystemKey',
          sourceSystemKey('Only code lists with maps of this source system or of any.'),
        ),
      ],
      success: {
        description: 'A page of code lists.',
        schema: ref('CodeListList'),
        example: { value: [{ codeList: 'Country', valueMaps: 249 }] },
      },
    }),
  },

  '/record-schemas': {
    get: operation({
      operationId: 'GetRecordSchema',
      summary: 'Get the schema of a record',
      description: 'Tells which fields a record of a table may have, as a JSON schema.',
      'x-ms-visibility': 'advanced',
      parameters: [query('targetTable', targetTable(), { required: true })],
      success: {
        description: 'The schema.',
        schema: ref('RecordSchema'),
        example: { targetTable: 'contact', schema: recordSchemaExample },
      },
      errors: ['UnknownTable', 'ProtectedTable'],
    }),
  },
}
