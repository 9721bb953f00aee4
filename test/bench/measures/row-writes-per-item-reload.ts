import type { Measure } from '../measure.js'
import { smallLoad } from '../small-load.js'

export const rowWritesPerItemReload: Measure = {
  name: 'row-writes-per-item-reload',
  unit: 'rows/item',
  target: 1.03,
  good: 'atMost',
  run: async (bench) => {
    const { rowWrites, items } = (await bench.once(smallLoad)).reload
    return rowWrites / items
  },
}
