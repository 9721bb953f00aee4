export * from './error.js'
export * from './package/index.js'
export * from './xml.js'
