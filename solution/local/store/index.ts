export * from './counters.js'
export * from './open-database.js'
export * from './sql-names.js'
export * from './transactions.js'
