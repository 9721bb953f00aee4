export * from './connection-cut.js'
export * from './fault-rule.js'
export * from './faults.js'
export * from './injector.js'
