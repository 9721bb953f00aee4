export type {
  OutboundContext,
  OutboundItem,
  OutboundJob,
  SettledChange,
  SourceKey,
} from './contract.js'
export { offeredAgain } from './offer-again.js'
export { outboundItems, outboundRecords } from './outbound.js'
export { outboundJobs, toldColumns } from './outbound-jobs.js'
export { overtaken } from './overtaken.js'
export type { OpenOffer } from './overtaken.js'
