export type { WorkerOptions } from './options.js'
export { startWorker } from './worker.js'
export type { RunningWorker, WorkerDependencies } from './worker.js'
