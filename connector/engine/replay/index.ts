export * from './contract.js'
export { decideOtherwise, isSame, replayChunk } from './replay-chunk.js'
export type { WhatIf } from './replay-chunk.js'
