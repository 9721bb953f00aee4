export { startEvents } from './event-loop.js'
export type { EventLoopOptions, RunningEvents } from './event-loop.js'
