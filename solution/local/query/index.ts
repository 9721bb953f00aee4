export * from './read-contract.js'
export { createReader } from './reader.js'
export type { Reader } from './reader.js'
export * from './resource-path.js'
