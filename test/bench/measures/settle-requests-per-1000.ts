import { settleCertifications } from '../settle-certifications.js'
import type { Measure } from '../measure.js'

export const settleRequestsPer1000: Measure = {
  name: 'settle-requests-per-1000',
  unit: 'requests',
  target: 10,
  good: 'atMost',
  run: settleCertifications,
}
