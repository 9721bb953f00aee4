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
import { integrationLedger } from '../../tables/index.js'
import { ledgerViews } from '../views/index.js'

const { columns } = integrationLedger

/** The service writes all of an entry but the steward's decision: the status and the notes. */
const main = form(integrationLedger, {
  description: 'Where a value came from, why it was taken or held, and who vouched for it.',
  header: [columns.sourceSystemKey, columns.certifiedBy, columns.certifiedDateTime],
  tabs: [
    tab('General', [
      section('Decision', fields(columns.ledgerStatus, columns.notes)),
      section(
        'About',
        readOnly(
          columns.name,
          columns.ledgerAspect,
          columns.targetTable,
          columns.targetId,
          columns.aspectKey,
          columns.sourceSystemKey,
        ),
        { columns: 2 },
      ),
      section(
        'Certification',
        readOnly(
          columns.certifiedBy,
          columns.certifiedDateTime,
          columns.firstCertifiedBy,
          columns.firstCertifiedOn,
          columns.decidedStatus,
          columns.decidedBy,
          columns.decidedDateTime,
          columns.recertifiedBy,
          columns.recertifiedOn,
          columns.decisionRun,
        ),
        { columns: 2 },
      ),
      recordSection(),
    ]),
    tab('Provenance', [
      section('Value', readOnly(columns.value, columns.previousValue, columns.reason)),
      section('Changed Outside', readOnly(columns.driftedOn, columns.outsideValue)),
      section(
        'Origin',
        readOnly(
          columns.integrationSyncJob,
          columns.integrationSyncItem,
          columns.commitPolicy,
          columns.replaces,
        ),
        { columns: 2 },
      ),
      section(
        'Life',
        readOnly(
          columns.observedDateTime,
          columns.appliedOn,
          columns.lastConfirmed,
          columns.staleOn,
          columns.supersededOn,
          columns.latest,
          columns.settledStatus,
        ),
        { columns: 2 },
      ),
      section('Decision Trace', readOnly(columns.decisionTrace)),
      section(
        'Chain',
        readOnly(columns.chainSequence, columns.chainKey, columns.entryHash, columns.decisionHash),
        { columns: 2 },
      ),
    ]),
    tab('Later Entries', [
      section('Replaced By', [
        subgrid('Replaced By', {
          table: integrationLedger,
          view: ledgerViews.associated,
          by: columns.replaces,
        }),
      ]),
    ]),
  ],
})

export const ledgerForms = [
  main,
  quickForm(integrationLedger, [
    columns.ledgerStatus,
    columns.value,
    columns.sourceSystemKey,
    columns.reason,
  ]),
  cardForm(integrationLedger, [columns.ledgerStatus, columns.aspectKey, columns.value]),
  quickCreateForm(integrationLedger, [
    columns.targetTable,
    columns.targetId,
    columns.ledgerAspect,
    columns.aspectKey,
    columns.sourceSystemKey,
    columns.ledgerStatus,
    columns.notes,
  ]),
]
