import type { Measure } from '../measure.js'
import { smallLoad } from '../small-load.js'

export const rowWritesPerItem: Measure = {
  name: 'row-writes-per-item',
  unit: 'rows/item',
  target: 2.6,
  good: 'atMost',
  run: async (bench) => {
    const { rowWrites, items } = (await bench.once(smallLoad)).first
    return rowWrites / items
  },
}
