export * from './column.js'
export * from './deviations.js'
export * from './option.js'
export * from './table.js'
