export { startOfferWatch } from './offer-watch.js'
export type { OfferContext, RunningOfferWatch } from './offer-watch.js'
