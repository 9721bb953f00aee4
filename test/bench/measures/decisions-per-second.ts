import { decideItems } from '../../../connector/engine/index.js'
import { decisionChunk } from '../decision-chunk.js'
import type { Measure } from '../measure.js'

const warmUpRounds = 20
const rounds = 100

/** In this one thread; without the plan of what to write. */
export const decisionsPerSecond: Measure = {
  name: 'decisions-per-second',
  unit: 'decisions/s',
  target: 200_000,
  good: 'atLeast',
  run: () => {
    const { context, state, items } = decisionChunk()
    const decide = (times: number) => {
      for (let round = 0; round < times; round += 1) decideItems(context, state, items)
    }
    decide(warmUpRounds)
    const start = performance.now()
    decide(rounds)
    return Promise.resolve((rounds * items.length * 1_000) / (performance.now() - start))
  },
}
