export * from './hosted-column.js'
export * from './hosted-schema.js'
export * from './relationship.js'
export * from './system-columns.js'
