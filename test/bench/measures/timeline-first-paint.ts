import { median } from '../median.js'
import type { Measure } from '../measure.js'
import { timelinePaints } from '../timeline-paint.js'

/** From the `updateView` that brings all rows to the end of the frame that shows the first of them. */
export const timelineFirstPaint: Measure = {
  name: 'timeline-10k-first-paint',
  unit: 'ms',
  target: 150,
  good: 'atMost',
  run: async (bench) => {
    const paints = await bench.once(timelinePaints)
    return median(paints.map(({ milliseconds }) => milliseconds))
  },
}
