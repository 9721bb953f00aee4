import { DataverseError } from '../errors.js'

/** Refuses a query that is not well formed, or asks for what the Web API does not do (400). */
export function refuseQuery(message: string): never {
  throw new DataverseError('badQuery', message)
}

/** Refuses a property that the table does not have (400). */
export function refuseProperty(name: string, table: string): never {
  refuseQuery(
    `Could not find a property named '${shorten(name)}' on type 'Microsoft.Dynamics.CRM.${table}'.`,
  )
}

/** Refuses text at a place (counted from 0), in the platform's words. */
export function refuseSyntax(text: string, at: number, expectation: string): never {
  refuseQuery(`Syntax error at position ${at} in '${shorten(text)}'. ${expectation}`)
}

/** Refuses a path segment that leads nowhere (404). */
export function refuseSegment(segment: string): never {
  throw new DataverseError('unknownResource', `Resource not found for the segment '${segment}'.`)
}

/** Long texts come from the client; an error message needs only enough to recognise them. */
function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}...` : text
}
