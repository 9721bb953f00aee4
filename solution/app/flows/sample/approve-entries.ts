import * as act from '../actions.js'
import { approvals, integrationService as service } from '../connections.js'
import { body, call, member, text, triggerBody, value } from '../expression.js'
import { told } from '../flow.js'
import type { FlowDeclaration } from '../flow.js'
import { flowVariables, variable } from '../variables.js'

const entry = (property: string) => triggerBody('ledgerEntry', property)
const ledgerEntryId = value(entry('ledgerEntryId'))
const response = (...path: readonly string[]) =>
  member(call('first', body('Ask_a_steward', 'responses')), ...path)
const note = text`Decided in an approval by ${response('responder', 'displayName')}. ${response('comments')}`

/** What a steward answers to an approval is written back to the ledger. */
export const approveEntries: FlowDeclaration = {
  name: 'Approve values that wait for a steward',
  description:
    'Asks the stewards about each value that waits in the ledger, with the reason why it waits, and certifies or rejects it by their answer.',
  trigger: told('When_a_ledger_entry_is_pending', service, 'WhenLedgerEntryIsPending', {}),
  variables: [flowVariables.stewards],
  actions: {
    Explain_the_entry: act.operation(service, 'ExplainLedgerEntry', { ledgerEntryId }),
    Ask_a_steward: act.waitingOperation(approvals, 'StartAndWaitForAnApproval', {
      approvalType: 'Basic',
      'WebhookApprovalCreationInput/title': text`${entry('aspectKey')} of ${entry('targetTable')}: ${entry('value')}`,
      'WebhookApprovalCreationInput/assignedTo': value(variable(flowVariables.stewards)),
      'WebhookApprovalCreationInput/details': text`${body('Explain_the_entry', 'summary')}\n\nSource: ${entry('sourceSystemKey')}\n\nValue so far: ${entry('previousValue')}`,
      'WebhookApprovalCreationInput/enableNotifications': true,
      'WebhookApprovalCreationInput/enableReassignment': true,
    }),
    Get_the_entry_as_it_is_now: act.operation(service, 'GetLedgerEntry', { ledgerEntryId }),
    If_nobody_decided_meanwhile: act.when(
      { equals: [value(body('Get_the_entry_as_it_is_now', 'ledgerStatus')), 'Pending'] },
      {
        If_approved: act.when(
          { equals: [value(body('Ask_a_steward', 'outcome')), 'Approve'] },
          {
            Certify: act.operation(service, 'CertifyLedgerEntry', {
              ledgerEntryId,
              'body/note': note,
            }),
          },
          {
            Reject: act.operation(service, 'RejectLedgerEntry', {
              ledgerEntryId,
              'body/note': note,
            }),
          },
        ),
      },
    ),
  },
}
