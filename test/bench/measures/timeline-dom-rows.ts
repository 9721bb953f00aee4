import type { Measure } from '../measure.js'
import { timelinePaints } from '../timeline-paint.js'

/** The most lines of the list that were in the document at once. */
export const timelineDomRows: Measure = {
  name: 'timeline-10k-dom-rows',
  unit: 'rows',
  target: 80,
  good: 'atMost',
  run: async (bench) => {
    const paints = await bench.once(timelinePaints)
    return Math.max(...paints.map(({ rows }) => rows))
  },
}
