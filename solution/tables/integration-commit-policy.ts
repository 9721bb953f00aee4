import { commitModeChoice, yesNoChoice } from '../app/choices.js'
import {
  added,
  choice,
  defineTable,
  float,
  globalChoice,
  integer,
  primaryName,
  required,
  text,
  yesNo,
} from '../model/index.js'
import type { RowOf } from '../model/index.js'
import { maxLength } from './lengths.js'

/** What happens to a code that no value map knows. */
export const unmappedCodes = {
  hold: { value: 166_840_000, label: 'Hold' },
  passThrough: { value: 166_840_001, label: 'Pass Through' },
  reject: { value: 166_840_002, label: 'Reject' },
} as const

export const integrationCommitPolicy = defineTable({
  schemaName: 'govcdm_IntegrationCommitPolicy',
  label: 'Integration Commit Policy',
  pluralLabel: 'Integration Commit Policies',
  description: 'Which sources may change a table or column, and when a change takes effect.',
  published: true,
  icon: 'govcdm_integrationcommitpolicy_icon',
  quickCreate: true,
  columns: {
    name: primaryName('govcdm_Name', 'Policy ID', {
      maxLength: maxLength.name,
      autoNumberFormat: 'POLICY-{SEQNUM:5}',
    }),
    targetTable: required(
      text('govcdm_TargetTable', 'Target Table', {
        maxLength: maxLength.logicalName,
        description: 'Logical name of the table, or * for every table.',
      }),
    ),
    fieldName: text('govcdm_FieldName', 'Field Name', {
      maxLength: maxLength.logicalName,
      description: 'Logical name of the column; empty for all columns of the table.',
    }),
    authoritativeSources: text('govcdm_AuthoritativeSources', 'Authoritative Sources', {
      maxLength: 4_000,
      description: 'Source system keys separated by ;, highest rank first. Empty: any source.',
    }),
    commitMode: required(globalChoice('govcdm_CommitMode', 'Commit Mode', commitModeChoice)),
    autoCertify: globalChoice('govcdm_AutoCertify', 'Auto Certify', yesNoChoice),
    staleAfterDays: integer('govcdm_StaleAfterDays', 'Stale After Days', {
      minValue: 0,
      maxValue: 36_500,
      description: 'Days after which an unconfirmed value counts as stale. Empty or 0: never.',
    }),
    codeList: added(text('govcdm_CodeList', 'Code List', { maxLength: maxLength.codeList })),
    unmappedCodes: added(choice('govcdm_UnmappedCodes', 'Unmapped Codes', unmappedCodes)),
    minimumConfidence: added(
      float('govcdm_MinimumConfidence', 'Minimum Confidence', { minValue: 0, maxValue: 1 }),
    ),
    createMissingRecords: added(yesNo('govcdm_CreateMissingRecords', 'Create Missing Records')),
    writeBack: added(yesNo('govcdm_WriteBack', 'Write Back')),
    certificationsRequired: added(
      integer('govcdm_CertificationsRequired', 'Certifications Required', {
        minValue: 1,
        maxValue: 2,
      }),
    ),
  },
})

export type IntegrationCommitPolicyRow = RowOf<typeof integrationCommitPolicy>
