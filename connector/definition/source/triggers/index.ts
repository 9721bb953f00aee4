import type { Duty } from '../duty.js'
import type { Family } from '../swagger.js'
import { triggerDefinitions } from './definitions.js'
import { triggerPaths } from './trigger.js'
import { triggers } from './triggers.js'

/**
 * Flows that start when something happens. Subscribing and the first poll take a caller who may
 * read; what the addresses lead to that they answer with takes the address alone.
 */
export const triggerFamily: Family = {
  paths: Object.fromEntries(triggers.flatMap((parts) => Object.entries(triggerPaths(parts)))),
  definitions: triggerDefinitions,
  duties: Object.fromEntries(
    triggers.flatMap(({ operationId }): [string, Duty][] => [
      [operationId, 'read'],
      [`Stop${operationId}`, 'address'],
      [`${operationId}Polled`, 'read'],
      [`${operationId}Next`, 'address'],
    ]),
  ),
}
