import type { EventName } from '../../../events/feed.js'
import type { OperationHandler } from '../../operation-context.js'
import { beginPolling, goOnPolling } from './poll.js'
import { subscribe } from './subscribe.js'
import { unsubscribe } from './unsubscribe.js'

export const triggerHandlers = {
  ...handlersOf('WhenSyncJobCompletes', 'syncJobCompleted'),
  ...handlersOf('WhenLedgerEntryIsPending', 'ledgerEntryPending'),
  ...handlersOf('WhenLedgerEntryIsDecided', 'ledgerEntryDecided'),
  ...handlersOf('WhenValueIsReadyForSource', 'valueReadyForSource'),
}

/** The four operations of a trigger. */
function handlersOf<Name extends string>(name: Name, event: EventName) {
  return {
    [name]: { handle: subscribe(event), status: 201 },
    [`Stop${name}`]: { handle: unsubscribe(event) },
    [`${name}Polled`]: { handle: beginPolling(event) },
    [`${name}Next`]: { handle: goOnPolling(event) },
  } as Readonly<Record<Name | `Stop${Name}` | `${Name}Polled` | `${Name}Next`, OperationHandler>>
}
