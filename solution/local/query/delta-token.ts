import { DataverseError } from '../errors.js'
import { refuseQuery } from './refuse.js'

/** How long the platform keeps changes (`ExpireChangeTrackingInDays`). */
const expiryDays = 7
const day = 24 * 60 * 60 * 1000

/** The text of a `$deltatoken`: the last version seen, and when: `919042!08/22/2017 08:10:44`. */
export function deltaToken(version: number, now: Date): string {
  const [date = '', time = ''] = now.toISOString().slice(0, 19).split('T')
  const [year = '', month = '', monthDay = ''] = date.split('-')
  return `${version}!${month}/${monthDay}/${year} ${time}`
}

const pattern = /^(\d{1,15})!(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d)$/

/** The version a token starts from. Throws 400 for a text that is no token, or an expired one. */
export function versionOfToken(text: string, now: Date): number {
  const match = pattern.exec(text)
  const [, version = '', month = '', monthDay = '', year = '', time = ''] = match ?? []
  const taken = Date.parse(`${year}-${month}-${monthDay}T${time}Z`)
  if (!match || Number.isNaN(taken)) {
    return refuseQuery(`The delta token '${text.slice(0, 100)}' is not one the Web API made.`)
  }
  if (now.getTime() - taken > expiryDays * day) {
    throw new DataverseError(
      'changeTrackingExpired',
      `Version stamp associated with the client has expired after ${expiryDays} days. ` +
        'Please perform a full sync.',
    )
  }
  return Number(version)
}
