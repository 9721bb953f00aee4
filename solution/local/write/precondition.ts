import { DataverseError } from '../errors.js'

/** The condition headers of a write. */
export interface Preconditions {
  readonly ifMatch: string | undefined
  readonly ifNoneMatch: string | undefined
}

export const noPreconditions: Preconditions = { ifMatch: undefined, ifNoneMatch: undefined }

/** The entity tag of a row version, as headers and `@odata.etag` have it. */
export function etagOf(version: number): string {
  return `W/"${version}"`
}

/**
 * Throws 0x80060882 when `If-Match` names another version than the row's. `*` matches any; of
 * several tags one must match.
 */
export function requireVersion(ifMatch: string | undefined, version: number): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return
  const tags = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (tags.includes(`"${version}"`)) return
  throw new DataverseError(
    'versionMismatch',
    "The version of the existing record doesn't match the RowVersion property provided.",
  )
}

/** True when the write may only create: `If-None-Match: *`. */
export function createsOnly({ ifNoneMatch }: Preconditions): boolean {
  return ifNoneMatch?.trim() === '*'
}

/** True when the write may only change what is there: any `If-Match`. */
export function updatesOnly({ ifMatch }: Preconditions): boolean {
  return ifMatch !== undefined
}
