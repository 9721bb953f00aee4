import * as act from '../actions.js'
import { integrationService as service } from '../connections.js'
import { body, call, item, member, text, value } from '../expression.js'
import { everyDay } from '../flow.js'
import type { FlowDeclaration } from '../flow.js'
import { flowVariables, sourceSystem, variable } from '../variables.js'
import { after } from '../workflow.js'

/** Most items that a part of a job may have. */
const itemsOfPart = 20_000

const items = body('Make_sync_items')
const jobId = value(body('Open_sync_job', 'jobId'))
const parts = call('div', call('add', call('length', items), itemsOfPart - 1), itemsOfPart)
const part = call('items', 'For_each_part')
const status = body('Get_sync_job', 'jobStatus')

const changeFile = {
  type: 'object',
  required: ['entityType', 'changes'],
  properties: {
    entityType: { type: 'string' },
    changes: {
      type: 'array',
      items: {
        type: 'object',
        required: ['key', 'field', 'value'],
        properties: {
          key: { type: 'string' },
          field: { type: 'string' },
          value: { type: ['string', 'null'] },
          changedOn: { type: 'string' },
        },
      },
    },
  },
}

/** A file of any length becomes one job, which is waited for. */
export const loadChanges: FlowDeclaration = {
  name: 'Load a file of changes every morning',
  description:
    'Fetches the file of changes of the source system, makes a sync item of each change and waits until their job has ended. Fails where the job fails.',
  trigger: everyDay('Every_morning', 6),
  variables: [flowVariables.changeFile, sourceSystem],
  actions: {
    Get_file_of_changes: act.http({
      method: 'GET',
      uri: value(variable(flowVariables.changeFile)),
    }),
    Read_file: act.parseJson(body('Get_file_of_changes'), changeFile),
    Make_sync_items: act.select(body('Read_file', 'changes'), {
      externalKey: value(item('key')),
      fieldName: value(item('field')),
      newValue: value(item('value')),
      occurredDateTime: value(call('coalesce', item('changedOn'), call('utcNow'))),
    }),
    If_there_are_changes: act.when(
      { greater: [value(call('length', items)), 0] },
      {
        Open_sync_job: act.operation(service, 'OpenSyncJob', {
          'body/sourceSystemKey': value(variable(sourceSystem)),
          'body/entityType': value(body('Read_file', 'entityType')),
          'body/submissionKey': text`file-${member(call('workflow'), 'run', 'name')}`,
        }),
        Fill_the_job: act.scope({
          For_each_part: act.forEach(call('range', 1, parts), {
            Add_sync_items: act.operation(service, 'AddSyncItems', {
              jobId,
              'body/partNumber': value(part),
              'body/items': value(
                call(
                  'take',
                  call('skip', items, call('mul', call('sub', part, 1), itemsOfPart)),
                  itemsOfPart,
                ),
              ),
            }),
          }),
          Close_sync_job: act.operation(service, 'CloseSyncJob', {
            jobId,
            parts: value(parts),
            received: value(call('length', items)),
          }),
        }),
        Wait_for_its_end: act.until(
          call(
            'contains',
            call('createArray', 'Completed', 'Completed With Errors', 'Failed', 'Cancelled'),
            status,
          ),
          { count: 240, timeout: 'PT4H' },
          {
            Pause: act.wait(30),
            Get_sync_job: act.operation(service, 'GetSyncJob', { jobId }),
          },
        ),
        If_the_job_failed: act.when(
          { equals: [value(status), 'Failed'] },
          {
            Fail_with_the_job: act.failRun(
              'SyncJobFailed',
              text`${body('Get_sync_job', 'processMessage')}`,
            ),
          },
        ),
        Cancel_what_was_opened: after(
          { Fill_the_job: ['Failed', 'TimedOut'] },
          act.operation(service, 'CancelSyncJob', { jobId }),
        ),
        Fail_the_run: act.failRun(
          'ChangesNotAccepted',
          'The changes were not accepted; the history of this run has the reason.',
        ),
      },
    ),
  },
}
