import { invalidRequest, mostDetails } from './errors.js'
import type { ErrorDetail } from './errors.js'

/**
 * Refuses entries of one request that have the same key: which of them should count is not said.
 *
 * @param list Name of the list, for paths such as `valueMaps[3]`.
 * @throws ApiError InvalidRequest.
 */
export function refuseTwins(list: string, keys: readonly string[]): void {
  const first = new Map<string, number>()
  const faults: ErrorDetail[] = []
  keys.forEach((key, index) => {
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, index)
    else if (faults.length < mostDetails) {
      const path = `${list}[${index}]`
      const expected = 'each key once in a request'
      const message = `${path} has the same key as ${list}[${earlier}], expected ${expected}.`
      faults.push({ path, message, expected })
    }
  })
  const [fault, ...others] = faults
  if (fault) throw invalidRequest(fault, ...others)
}
