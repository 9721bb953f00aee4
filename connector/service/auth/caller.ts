import { roles } from '../../definition/source/duty.js'
import type { Role } from '../../definition/source/duty.js'

/** Who sent a request, as far as it was proved. */
export interface Caller {
  /**
   * `user`: a person; `application`: a service principal; `sourceSystem`: the holder of an API key;
   * `local`: whoever reaches a service that asks nobody, on this machine; `address`: whoever knows
   * an address that is the credential itself.
   */
  readonly kind: 'user' | 'application' | 'sourceSystem' | 'local' | 'address'
  /** For logs, limits and Submitted By; unique among callers. */
  readonly name: string
  readonly roles: ReadonlySet<Role>
  /** Entra object id in whose name Dataverse is asked; absent: the service's own. */
  readonly objectId?: string
  /** The one source system that the caller may submit for; absent: any. */
  readonly sourceSystemKey?: string
}

/** Who calls where `AUTH_MODE` is `none`, which the settings allow on loopback only. */
export const localCaller: Caller = { kind: 'local', name: 'local', roles: new Set(roles) }

export const addressCaller: Caller = { kind: 'address', name: 'address', roles: new Set() }
