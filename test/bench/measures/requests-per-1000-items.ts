import type { Measure } from '../measure.js'
import { smallLoad } from '../small-load.js'

export const requestsPer1000Items: Measure = {
  name: 'requests-per-1000-items',
  unit: 'requests',
  target: 8,
  good: 'atMost',
  run: async (bench) => (await bench.once(smallLoad)).first.requests,
}
