import { itemsPerHourOf } from '../items-per-hour.js'
import { largeLoad } from '../large-load.js'
import type { Measure } from '../measure.js'

export const itemsPerHourUpdates: Measure = {
  name: 'dataverse-items-per-hour-updates',
  unit: 'items/h',
  target: 200_000,
  good: 'atLeast',
  run: async (bench) => itemsPerHourOf((await bench.once(largeLoad)).update),
}
