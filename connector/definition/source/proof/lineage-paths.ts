import { ledgerEntryExample } from '../ledger/example.js'
import { ledgerEntryId } from '../ledger/entry-paths.js'
import { operation } from '../operation.js'
import { exampleBase, ref } from '../schemas.js'
import type { PathItem } from '../swagger.js'

const { ledgerEntryId: id } = ledgerEntryExample

export const lineagePaths: Readonly<Record<string, PathItem>> = {
  '/ledger-entries/{ledgerEntryId}/lineage': {
    get: operation({
      operationId: 'GetLineage',
      summary: 'Get the lineage of a value',
      description:
        'Tells where a value comes from: ledger entry, item, job, payload hash, the values before it, and who decided.',
      parameters: [ledgerEntryId],
      success: {
        description: 'The lineage.',
        schema: ref('Lineage'),
        example: { ledgerEntry: ledgerEntryExample, decisions: [], predecessors: [], proof: {} },
      },
      errors: ['LedgerEntryNotFound'],
    }),
  },

  '/ledger-entries/{ledgerEntryId}/prov': {
    get: operation({
      operationId: 'GetLineageAsProv',
      summary: 'Get the lineage of a value as W3C PROV',
      description: 'Tells where a value comes from as a document in the format PROV-JSON.',
      'x-ms-visibility': 'advanced',
      parameters: [ledgerEntryId],
      success: {
        description: 'The document.',
        schema: ref('ProvDocument'),
        example: {
          prefix: { uuid: 'urn:uuid:', di: `${exampleBase}/lineage#` },
          entity: { [`uuid:${id}`]: { 'prov:value': ledgerEntryExample.value } },
          activity: {},
          agent: { 'di:source-HRIS': { 'prov:label': 'HRIS' } },
          wasAttributedTo: {
            '_:attribution-1': { 'prov:entity': `uuid:${id}`, 'prov:agent': 'di:source-HRIS' },
          },
        },
      },
      errors: ['LedgerEntryNotFound'],
    }),
  },

  '/ledger-entries/{ledgerEntryId}/open-lineage': {
    get: operation({
      operationId: 'GetLineageAsOpenLineage',
      summary: 'Get the lineage of a value as OpenLineage',
      description:
        'Tells which run brought a value, from which data to which table and column, as events that an OpenLineage collector takes one by one. Values are not in them.',
      'x-ms-visibility': 'advanced',
      parameters: [ledgerEntryId],
      success: {
        description: 'The events.',
        schema: ref('OpenLineageEvents'),
        example: {
          events: [
            {
              eventType: 'START',
              eventTime: '2026-11-21T10:00:00Z',
              producer: exampleBase,
              schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
              run: { runId: '0190d7a0-7f4e-7d63-8f0e-3c7b1b2a9d10' },
              job: { namespace: exampleBase, name: 'HRIS.contact' },
              inputs: [],
              outputs: [],
            },
          ],
        },
      },
      errors: ['LedgerEntryNotFound'],
    }),
  },
}
