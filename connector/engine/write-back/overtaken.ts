/** A value that a source system is offered, or that waits for a person to be offered. */
export interface OpenOffer {
  readonly id: string
  readonly sourceSystemKey: string
  readonly targetTable: string
  readonly targetId: string
  readonly externalKey: string
  readonly fieldName: string
  readonly isPending: boolean
  /** When the value was decided, milliseconds. */
  readonly decided: number
  /** Grows with every write to the store: tells apart what was decided within one second. */
  readonly version: number
}

/**
 * The pending offers that a newer one of the same source, record and field has overtaken, also one
 * that is held: what the source would be told is past either way.
 */
export function overtaken(offers: readonly OpenOffer[]): readonly OpenOffer[] {
  const newest = new Map<string, OpenOffer>()
  for (const offer of offers) {
    const key = keyOf(offer)
    const known = newest.get(key)
    if (!known || isNewer(offer, known)) newest.set(key, offer)
  }
  return offers.filter((offer) => offer.isPending && newest.get(keyOf(offer)) !== offer)
}

function keyOf(offer: OpenOffer): string {
  const { sourceSystemKey, targetTable, targetId, externalKey, fieldName } = offer
  return JSON.stringify([sourceSystemKey, targetTable, targetId, externalKey, fieldName])
}

function isNewer(offer: OpenOffer, than: OpenOffer): boolean {
  return offer.decided === than.decided
    ? offer.version > than.version
    : offer.decided > than.decided
}
