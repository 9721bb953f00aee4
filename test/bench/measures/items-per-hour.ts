import { itemsPerHourOf } from '../items-per-hour.js'
import { largeLoad } from '../large-load.js'
import type { Measure } from '../measure.js'

export const itemsPerHour: Measure = {
  name: 'dataverse-items-per-hour',
  unit: 'items/h',
  target: 400_000,
  good: 'atLeast',
  run: async (bench) => itemsPerHourOf((await bench.once(largeLoad)).first),
}
