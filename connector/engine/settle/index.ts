export * from './contract.js'
export { settleRecord } from './settle-record.js'
export { effectOf, putBackReason, transitions } from './transitions.js'
export type { Effect, LedgerStatus, Standing, Transition } from './transitions.js'
