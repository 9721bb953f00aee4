import packageJson from '../../../../package.json' with { type: 'json' }
import { ApiError } from '../errors.js'
import { utcSeconds } from '../formats.js'
import type { Handler, OperationContext } from '../operation-context.js'

/** How long Dataverse may take to answer before the service counts as unwell. */
const patienceMs = 3_000

export const getHealth: Handler = (_, context) => checkHealth(context)

/**
 * `definitions/Health`, after asking Dataverse who we are.
 *
 * @throws ApiError StoreUnavailable where it does not answer in time, or refuses us.
 */
export async function checkHealth({ client, now }: OperationContext): Promise<object> {
  try {
    await client.whoAmI({ signal: AbortSignal.timeout(patienceMs) })
  } catch (error) {
    throw Object.assign(new ApiError('StoreUnavailable', {}), { cause: error })
  }
  return {
    status: 'Healthy',
    version: packageJson.version,
    checkedDateTime: utcSeconds(new Date(now())),
  }
}
