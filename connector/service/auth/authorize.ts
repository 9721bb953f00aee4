import { duties } from '../../definition/source/families.js'
import type { Duty, Role } from '../../definition/source/duty.js'
import { ApiError } from '../http/errors.js'
import type { Caller } from './caller.js'

/** The duty of an operation of the definition; what is none of it is for administrators. */
export function dutyOf(operationId: string | undefined): Duty {
  return duties[operationId ?? ''] ?? 'administer'
}

/** @throws ApiError Forbidden where the caller was not given the duty. */
export function requireDuty(caller: Caller, duty: Duty): void {
  if (duty === 'anyone' || duty === 'address' || caller.roles.has(duty)) return
  throw new ApiError('Forbidden', {
    reason: `it takes the role ${duty}, ${caller.name} has ${listed(caller.roles)}.`,
  })
}

/** @throws ApiError Forbidden where the caller may act for another source system only. */
export function requireSource(caller: Caller, sourceSystemKey: string): void {
  if (caller.sourceSystemKey === undefined || caller.sourceSystemKey === sourceSystemKey) return
  throw new ApiError('Forbidden', {
    reason: `the API key is for source system ${caller.sourceSystemKey}, not ${sourceSystemKey}.`,
  })
}

function listed(roles: ReadonlySet<Role>): string {
  return roles.size === 0 ? 'none' : [...roles].join(', ')
}
