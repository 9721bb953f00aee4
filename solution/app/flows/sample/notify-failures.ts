import * as act from '../actions.js'
import { integrationService as service, mail } from '../connections.js'
import { body, call, item, text, triggerBody, value } from '../expression.js'
import { told } from '../flow.js'
import type { FlowDeclaration } from '../flow.js'
import { flowVariables, variable } from '../variables.js'

const job = (property: string) => triggerBody('syncJob', property)

/** Most items that a mail tells of. */
const itemsOfMail = 200

/** A mail that says what failed and why. */
export const notifyFailures: FlowDeclaration = {
  name: 'Tell of jobs that failed',
  description:
    'Sends the stewards a mail for each job that failed or completed with errors, with the items that were not taken and why.',
  trigger: told('When_a_sync_job_fails', service, 'WhenSyncJobCompletes', {
    'body/jobStatus': ['Failed', 'Completed With Errors'],
  }),
  variables: [flowVariables.stewards],
  actions: {
    List_items_that_failed: act.allOf(
      itemsOfMail,
      act.operation(service, 'ListSyncItems', {
        jobId: value(job('jobId')),
        itemStatus: ['Failed', 'Rejected'],
        pageSize: 100,
      }),
    ),
    Make_a_table: act.htmlTable(
      call('take', body('List_items_that_failed', 'value'), itemsOfMail),
      {
        Key: item('externalKey'),
        Field: item('fieldName'),
        Status: item('itemStatus'),
        Reason: item('processMessage'),
      },
    ),
    Send_a_mail: act.operation(mail, 'SendEmailV2', {
      'emailMessage/To': value(variable(flowVariables.stewards)),
      'emailMessage/Subject': text`${job('jobStatus')}: job of ${job('sourceSystemKey')}, ${job('failed')} failed and ${job('rejected')} rejected`,
      'emailMessage/Body': text`<p>Job ${job('jobId')} of ${job('received')} items: ${job('processMessage')}</p>${body('Make_a_table')}`,
      'emailMessage/Importance': 'Normal',
    }),
  },
}
