export * from './error.js'
export * from './package/index.js'
export * from './solution.js'
export * from './xml.js'
