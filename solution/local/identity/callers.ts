import { DataverseError } from '../errors.js'
import { isGuid, normalGuid } from '../query/resource-path.js'
import { quoted } from '../store/index.js'
import type { Store } from '../store/index.js'
import { systemUser } from '../../tables/index.js'
import type { Caller } from '../write/index.js'
import { serviceUser, wellKnown } from './well-known.js'

/** The headers that name whom a request acts on behalf of. */
export interface CallerHeaders {
  /** An Entra object id. */
  readonly callerObjectId: string | undefined
  /** A systemuserid. */
  readonly mscrmCallerId: string | undefined
}

interface UserRow {
  readonly id: string
  readonly unit: string | null
  readonly disabled: number | null
}

const { columns } = systemUser

const selectUser =
  `SELECT ${quoted(systemUser.primaryId)} AS id, ` +
  `${quoted(columns.businessUnit.logicalName)} AS unit, ` +
  `${quoted(columns.isDisabled.logicalName)} AS disabled FROM ${quoted(systemUser.logicalName)}`

/** Finds out whom a request acts as. The service user may act on behalf of everybody. */
export class Callers {
  readonly #byEntraId
  readonly #byId

  constructor(database: Store) {
    const entraId = quoted(columns.azureActiveDirectoryObjectId.logicalName)
    this.#byEntraId = database.prepare(`${selectUser} WHERE ${entraId} = ?`)
    this.#byId = database.prepare(`${selectUser} WHERE ${quoted(systemUser.primaryId)} = ?`)
  }

  /** Throws 400 for an id that is no GUID, 403 for a user who is not there or is disabled. */
  resolve({ callerObjectId, mscrmCallerId }: CallerHeaders): Caller {
    const [header, id] =
      callerObjectId === undefined
        ? ['MSCRMCallerID', mscrmCallerId]
        : ['CallerObjectId', callerObjectId]
    if (id === undefined) return own
    if (!isGuid(id)) {
      throw new DataverseError('invalidArgument', `The ${header} header '${id}' is no GUID.`)
    }
    const statement = header === 'CallerObjectId' ? this.#byEntraId : this.#byId
    const user = statement.get([normalGuid(id)]) as UserRow | undefined
    if (!user) {
      throw new DataverseError(
        'notAMember',
        `The user is not a member of the organization. ${header}: ${normalGuid(id)}.`,
      )
    }
    if (user.disabled === 1) {
      throw new DataverseError('userDisabled', `The user ${user.id} is disabled.`)
    }
    return {
      userId: user.id,
      businessUnitId: user.unit ?? wellKnown.businessUnitId,
      delegateId: user.id === serviceUser.id ? null : serviceUser.id,
    }
  }
}

const own: Caller = {
  userId: serviceUser.id,
  businessUnitId: wellKnown.businessUnitId,
  delegateId: null,
}
