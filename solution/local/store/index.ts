export * from './open-database.js'
export * from './sql-names.js'
