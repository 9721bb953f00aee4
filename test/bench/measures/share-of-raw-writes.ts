import { largeLoad } from '../large-load.js'
import type { Measure } from '../measure.js'

export const shareOfRawWrites: Measure = {
  name: 'share-of-raw-writes',
  unit: 'ratio',
  target: 0.5,
  good: 'atLeast',
  run: async (bench) => {
    const { first, rawSeconds } = await bench.once(largeLoad)
    return rawSeconds / first.seconds
  },
}
