export * from './checkpoint.js'
export { readLaneStates } from './lane-states.js'
export { verdictLine, summaryLine } from './report.js'
export { verifyLedger } from './verify-ledger.js'
