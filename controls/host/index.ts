export { loadControl } from './load-control.js'
export { mountControl } from './mount-control.js'
export type * from './types.js'
