import {
  cardForm,
  fields,
  form,
  quickCreateForm,
  quickForm,
  readOnly,
  recordSection,
  section,
  subgrid,
  tab,
} from '../../model/solution/builders/index.js'
import {
  integrationCommitPolicy,
  integrationIdentifier,
  integrationLedger,
  integrationValueMap,
} from '../../tables/index.js'
import { ledgerViews } from '../views/index.js'

const { columns: identifier } = integrationIdentifier
const { columns: map } = integrationValueMap
const { columns: policy } = integrationCommitPolicy

const identifierKey = [
  identifier.sourceSystemKey,
  identifier.externalKey,
  identifier.targetTable,
  identifier.targetId,
]

export const identifierForms = [
  form(integrationIdentifier, {
    description: 'Which record of Dataverse an external record is.',
    tabs: [
      tab('General', [
        section('Identifier', fields(identifier.name)),
        section('Crosswalk', fields(...identifierKey), { columns: 2 }),
        section(
          'Seen',
          readOnly(identifier.firstSeenDateTime, identifier.lastSeenDateTime, identifier.keyHash),
          { columns: 2 },
        ),
        recordSection(),
      ]),
    ],
  }),
  quickForm(integrationIdentifier, identifierKey),
  cardForm(integrationIdentifier, [identifier.sourceSystemKey, identifier.externalKey]),
  quickCreateForm(integrationIdentifier, identifierKey),
]

const mapping = [
  map.codeList,
  map.sourceSystemKey,
  map.sourceCode,
  map.sourceLabel,
  map.canonicalCodeValue,
  map.canonicalLabel,
  map.confidence,
]

export const valueMapForms = [
  form(integrationValueMap, {
    description: "What a source system's code means.",
    tabs: [
      tab('General', [
        section('Map', fields(map.name, map.codeList, map.sourceSystemKey)),
        section('From', fields(map.sourceCode, map.sourceLabel), { columns: 2 }),
        section('To', fields(map.canonicalCodeValue, map.canonicalLabel, map.confidence), {
          columns: 2,
        }),
        section('Key', readOnly(map.keyHash)),
        recordSection(),
      ]),
    ],
  }),
  quickForm(integrationValueMap, mapping),
  cardForm(integrationValueMap, [map.codeList, map.sourceCode, map.canonicalCodeValue]),
  quickCreateForm(integrationValueMap, mapping),
]

export const policyForms = [
  form(integrationCommitPolicy, {
    description: 'Which sources may change a table or column, and when a change takes effect.',
    tabs: [
      tab('General', [
        section('Policy', fields(policy.name)),
        section('Holds For', fields(policy.targetTable, policy.fieldName), { columns: 2 }),
        section(
          'Commit',
          fields(
            policy.authoritativeSources,
            policy.commitMode,
            policy.autoCertify,
            policy.certificationsRequired,
            policy.staleAfterDays,
            policy.createMissingRecords,
            policy.writeBack,
          ),
          { columns: 2 },
        ),
        section('Codes', fields(policy.codeList, policy.unmappedCodes, policy.minimumConfidence), {
          columns: 2,
        }),
        recordSection(),
      ]),
      tab('Ledger', [
        section('Ledger Entries', [
          subgrid('Ledger Entries', {
            table: integrationLedger,
            view: ledgerViews.associated,
            by: integrationLedger.columns.commitPolicy,
            rows: 20,
          }),
        ]),
      ]),
    ],
  }),
  quickForm(integrationCommitPolicy, [policy.targetTable, policy.fieldName, policy.commitMode]),
  cardForm(integrationCommitPolicy, [policy.targetTable, policy.fieldName, policy.commitMode]),
  quickCreateForm(integrationCommitPolicy, [
    policy.targetTable,
    policy.fieldName,
    policy.authoritativeSources,
    policy.commitMode,
    policy.autoCertify,
    policy.staleAfterDays,
  ]),
]
