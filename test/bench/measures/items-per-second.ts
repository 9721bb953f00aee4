import { largeLoad } from '../large-load.js'
import type { Measure } from '../measure.js'

export const itemsPerSecond: Measure = {
  name: 'items-per-second',
  unit: 'items/s',
  target: 5_000,
  good: 'atLeast',
  run: async (bench) => {
    const { items, seconds } = (await bench.once(largeLoad)).first
    return items / seconds
  },
}
