import type { JobCost } from './run-job.js'

/** The platform's limit: 20 minutes of its time in 5 minutes, which is four requests side by side. */
const sideBySide = 4
const secondsPerHour = 3_600

/** What one user on one web server gets through, at the published server time of each row. */
export function itemsPerHourOf({ items, serverSeconds }: JobCost): number {
  return (items / serverSeconds) * sideBySide * secondsPerHour
}
