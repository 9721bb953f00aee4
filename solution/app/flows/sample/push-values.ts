import { integrationSyncItem, itemStatus } from '../../../tables/index.js'
import * as act from '../actions.js'
import { dataverse, integrationService as service } from '../connections.js'
import { call, member, text, triggerBody, value } from '../expression.js'
import { polled } from '../flow.js'
import type { FlowDeclaration } from '../flow.js'
import { flowVariables, sourceSystem, variable } from '../variables.js'
import { after } from '../workflow.js'
import type { Action, Json } from '../workflow.js'

const syncItem = (property: string) => triggerBody('syncItem', property)
const { columns } = integrationSyncItem

/** Notes on the item's row what became of it. */
function noteOutcome(values: Readonly<Record<string, Json>>): Action {
  return act.operation(dataverse, 'UpdateOnlyRecord', {
    entityName: integrationSyncItem.entitySetName,
    recordId: value(syncItem('itemId')),
    ...Object.fromEntries(
      Object.entries(values).map(([column, content]) => [`item/${column}`, content]),
    ),
  })
}

/** The source system gets each value in its own codes, once for each event. */
export const pushValues: FlowDeclaration = {
  name: 'Push certified values to a source system',
  description:
    'Posts each value that is ready for the source system to its address, and notes on the item whether it was taken.',
  trigger: polled('When_a_value_is_ready', service, 'WhenValueIsReadyForSourcePolled', {
    sourceSystemKey: value(variable(sourceSystem)),
  }),
  variables: [flowVariables.sourceAddress, sourceSystem],
  actions: {
    Post_the_value: act.http({
      method: 'POST',
      uri: value(variable(flowVariables.sourceAddress)),
      headers: { 'Idempotency-Key': value(triggerBody('eventId')) },
      body: {
        key: value(syncItem('externalKey')),
        table: value(syncItem('targetTable')),
        field: value(syncItem('fieldName')),
        value: value(syncItem('newValue')),
      },
    }),
    Note_that_it_was_taken: noteOutcome({
      [columns.itemStatus.logicalName]: itemStatus.applied.value,
      [columns.appliedDateTime.logicalName]: value(call('utcNow')),
    }),
    Note_that_it_was_refused: after(
      { Post_the_value: ['Failed', 'TimedOut'] },
      noteOutcome({
        [columns.itemStatus.logicalName]: itemStatus.failed.value,
        [columns.processMessage.logicalName]:
          text`The source system answered ${member(call('outputs', 'Post_the_value'), 'statusCode')}.`,
      }),
    ),
    Fail_the_run: act.failRun('ValueNotTaken', 'The source system did not take the value.'),
  },
}
