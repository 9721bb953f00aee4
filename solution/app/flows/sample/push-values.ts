import * as act from '../actions.js'
import { integrationService as service } from '../connections.js'
import { call, member, text, triggerBody, value } from '../expression.js'
import { polled } from '../flow.js'
import type { FlowDeclaration } from '../flow.js'
import { flowVariables, sourceSystem, variable } from '../variables.js'
import { after } from '../workflow.js'
import type { Action, Json } from '../workflow.js'

const syncItem = (property: string) => triggerBody('syncItem', property)

/** Tells the service what became of the offered value. */
function acknowledge(said: Readonly<Record<string, Json>>): Action {
  return act.operation(service, 'AcknowledgeSyncItems', {
    'body/items': [{ itemId: value(syncItem('itemId')), ...said }],
  })
}

/** The source system gets each value in its own codes, once for each event. */
export const pushValues: FlowDeclaration = {
  name: 'Push certified values to a source system',
  description:
    'Posts each value that is ready for the source system to its address, and acknowledges whether it was taken.',
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
    Note_that_it_was_taken: acknowledge({ outcome: 'Applied' }),
    Note_that_it_was_refused: after(
      { Post_the_value: ['Failed', 'TimedOut'] },
      acknowledge({
        outcome: 'Refused',
        message: text`The source system answered ${member(call('outputs', 'Post_the_value'), 'statusCode')}.`,
      }),
    ),
    Fail_the_run: act.failRun('ValueNotTaken', 'The source system did not take the value.'),
  },
}
