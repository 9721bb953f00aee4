import type { WhoAmI } from './client.js'
import { ProtocolError } from './errors.js'
import type { Operation } from './operation.js'
import { read } from './read.js'
import { isGuid, isRecord } from './wire.js'

/** In whose name the client speaks. */
export const whoAmI: Operation<WhoAmI> = read('WhoAmI', {}, ({ body }) => ({
  userId: idIn(body, 'UserId'),
  businessUnitId: idIn(body, 'BusinessUnitId'),
  organizationId: idIn(body, 'OrganizationId'),
}))

function idIn(body: unknown, name: string): string {
  const id = isRecord(body) ? body[name] : undefined
  if (!isGuid(id)) throw new ProtocolError(`WhoAmI was answered without ${name}.`)
  return id.toLowerCase()
}
