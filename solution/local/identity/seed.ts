import { hostedTable } from '../schema/index.js'
import type { HostedSchema } from '../schema/index.js'
import type { Transactions } from '../store/index.js'
import { businessUnit, systemUser } from '../../tables/index.js'
import { WriteSession } from '../write/index.js'
import type { RowWriter } from '../write/index.js'
import { serviceUser, stewards, wellKnown } from './well-known.js'
import type { SeededUser } from './well-known.js'

/** Makes the root business unit and the users that are not there yet. */
export function seedIdentities(
  schema: HostedSchema,
  writer: RowWriter,
  transactions: Transactions,
  now: string,
): void {
  const units = hostedTable(schema, businessUnit.logicalName)
  const users = hostedTable(schema, systemUser.logicalName)
  const caller = {
    userId: serviceUser.id,
    businessUnitId: wellKnown.businessUnitId,
    delegateId: null,
  }
  transactions.run(() => {
    const session = new WriteSession(caller, now)
    if (!writer.finder.exists(units, wellKnown.businessUnitId)) {
      const row = { [businessUnit.columns.name.logicalName]: 'Agency' }
      writer.table(units).createWithId(wellKnown.businessUnitId, row, session)
    }
    for (const user of [serviceUser, ...stewards]) {
      if (writer.finder.exists(users, user.id)) continue
      writer.table(users).createWithId(user.id, rowOf(user), session)
    }
  })
}

function rowOf(user: SeededUser): Readonly<Record<string, unknown>> {
  const { columns } = systemUser
  const unit = `${columns.businessUnit.logicalName}@odata.bind`
  return {
    [columns.firstName.logicalName]: user.firstName,
    [columns.lastName.logicalName]: user.lastName,
    [columns.domainName.logicalName]: user.email,
    [columns.internalEmailAddress.logicalName]: user.email,
    [columns.azureActiveDirectoryObjectId.logicalName]: user.entraObjectId,
    [columns.applicationId.logicalName]: user.applicationId,
    [columns.isDisabled.logicalName]: false,
    [unit]: `/${businessUnit.entitySetName}(${wellKnown.businessUnitId})`,
  }
}
