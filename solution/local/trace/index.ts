export * from './account.js'
export * from './published-costs.js'
export * from './trace.js'
