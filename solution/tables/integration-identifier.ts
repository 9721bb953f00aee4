import { added, dateTime, defineTable, primaryName, required, text } from '../model/index.js'
import type { RowOf } from '../model/index.js'
import { maxLength } from './lengths.js'

export const integrationIdentifier = defineTable({
  schemaName: 'govcdm_IntegrationIdentifier',
  label: 'Integration Identifier',
  pluralLabel: 'Integration Identifiers',
  description: 'Crosswalk: which record of Dataverse an external record is.',
  published: true,
  icon: 'govcdm_integrationidentifier_icon',
  quickCreate: true,
  columns: {
    name: primaryName('govcdm_Name', 'Identifier ID', {
      maxLength: maxLength.name,
      autoNumberFormat: 'IDENTIFIER-{SEQNUM:8}',
    }),
    externalKey: required(
      text('govcdm_ExternalKey', 'External Key', { maxLength: maxLength.externalKey }),
    ),
    sourceSystemKey: required(
      text('govcdm_SourceSystemKey', 'Source System Key', { maxLength: maxLength.sourceSystemKey }),
    ),
    targetTable: required(
      text('govcdm_TargetTable', 'Target Table', { maxLength: maxLength.logicalName }),
    ),
    targetId: required(text('govcdm_TargetID', 'Target ID', { maxLength: maxLength.guid })),
    firstSeenDateTime: dateTime('govcdm_FirstSeenDateTime', 'First Seen Date Time'),
    lastSeenDateTime: dateTime('govcdm_LastSeenDateTime', 'Last Seen Date Time'),
    keyHash: added(
      text('govcdm_KeyHash', 'Key Hash', {
        maxLength: maxLength.hash,
        description: 'SHA-256 of source system, target table and external key, byte for byte.',
      }),
    ),
  },
  keys: { KeyHash: ['keyHash'] },
})

export type IntegrationIdentifierRow = RowOf<typeof integrationIdentifier>
