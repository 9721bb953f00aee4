import type { DataverseClient } from '../../dataverse/index.js'
import type { Caller } from './caller.js'

/**
 * The client with every request made in the caller's name, so that Dataverse's own security holds;
 * the same client for callers whom Dataverse does not know.
 * Source: learn.microsoft.com/power-apps/developer/data-platform/webapi/impersonate-another-user-web-api
 */
export function clientFor(client: DataverseClient, { objectId }: Caller): DataverseClient {
  if (objectId === undefined) return client
  const named = { callerObjectId: objectId }
  return {
    send: (operation, options) => client.send(operation, { ...options, ...named }),
    retrieveOrNull: (operation, options) =>
      client.retrieveOrNull(operation, { ...options, ...named }),
    batch: (operations, options) => client.batch(operations, { ...options, ...named }),
    pages: (operation, options) => client.pages(operation, { ...options, ...named }),
    createEach: (table, rows, options) => client.createEach(table, rows, { ...options, ...named }),
    rawCreateEach: (target, rows, options) =>
      client.rawCreateEach(target, rows, { ...options, ...named }),
    whoAmI: (options) => client.whoAmI({ ...options, ...named }),
    close: client.close,
  }
}
