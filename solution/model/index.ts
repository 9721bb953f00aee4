export * from './column.js'
export * from './option.js'
export * from './table.js'
