/** Thrown to end a request without an answer (or with half of one): its connection is to be cut. */
export class ConnectionCut extends Error {
  override readonly name = 'ConnectionCut'

  constructor() {
    super('The connection is cut, as a fault rule asks.')
  }
}
