/** Codes that the read side answers with; the platform's own where it has one. */
const refusalCodes = {
  badQuery: { status: 400, code: '0x80060888' },
  badRequest: { status: 400, code: '0x80048d19' },
  unknownResource: { status: 404, code: '0x8006088a' },
  rowMissing: { status: 404, code: '0x80040217' },
  keyMissing: { status: 404, code: '0x80060891' },
  badPagingCookie: { status: 400, code: '0x80041129' },
  deltaTokenExpired: { status: 400, code: '0x80044352' },
  trackingOff: { status: 400, code: '0x80041102' },
  aggregateLimit: { status: 400, code: '0x8004e023' },
  tooManyConditions: { status: 400, code: '0x8004430c' },
  unsupported: { status: 501, code: '0x80060888' },
} as const

export type RefusalKind = keyof typeof refusalCodes

/**
 * Thrown when a read request cannot be answered as asked: it names something that does not exist,
 * or is not well formed. The server turns it into the platform's error body.
 */
export class Refusal extends Error {
  readonly status: number
  readonly code: string

  constructor(
    readonly kind: RefusalKind,
    message: string,
  ) {
    super(message)
    this.name = 'Refusal'
    this.status = refusalCodes[kind].status
    this.code = refusalCodes[kind].code
  }
}

export function refuseQuery(message: string): never {
  throw new Refusal('badQuery', message)
}

export function refuseProperty(name: string, table: string): never {
  refuseQuery(
    `Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.${table}'.`,
  )
}

export function refuseSegment(segment: string): never {
  throw new Refusal('unknownResource', `Resource not found for the segment '${segment}'.`)
}
