import { valueMapHash } from '../../../../engine/ids.js'
import type { ConfigurationChange } from '../../../what-if/configuration-change.js'
import type { OperationContext } from '../../operation-context.js'
import { refuseTwins } from '../../twins.js'
import { aspectOf, refuseUnclear } from './commit-policy-entry.js'
import { refuseUnknown } from './upsert-commit-policies.js'

/**
 * Policies and maps that nobody has stored, held to what storing them would hold them to.
 *
 * @throws ApiError InvalidRequest, UnknownTable, ProtectedTable, TooManyTables, UnknownColumn.
 */
export async function checkedChange(
  { commitPolicies = [], valueMaps = [] }: Partial<ConfigurationChange>,
  context: Pick<OperationContext, 'metadata'>,
): Promise<ConfigurationChange> {
  refuseUnclear(commitPolicies)
  refuseTwins('commitPolicies', commitPolicies.map(aspectOf))
  refuseTwins(
    'valueMaps',
    valueMaps.map((map) => valueMapHash({ ...map, sourceSystemKey: map.sourceSystemKey ?? '' })),
  )
  await refuseUnknown(commitPolicies, context)
  return { commitPolicies, valueMaps }
}
