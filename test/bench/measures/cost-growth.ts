import { allowContacts, contactItems } from '../contacts.js'
import type { Measure } from '../measure.js'
import { runJob } from '../run-job.js'
import type { JobCost } from '../run-job.js'

const jobRecords = 5_000
const jobs = 5
const smallRecords = 250
const smallJobs = 5

/**
 * Cost per item of 100,000 items (five jobs, one after another) over that of 1,000 (the median of
 * five jobs). Cost is the time that passes or the server time by published rates, whichever grows
 * more.
 */
export const costGrowth: Measure = {
  name: 'cost-growth-100x',
  unit: 'ratio',
  target: 1.15,
  good: 'atMost',
  run: (bench) =>
    bench.withStack(async (stack) => {
      await allowContacts(stack.api)
      const small: JobCost[] = []
      let record = 0
      for (let job = 0; job <= smallJobs; job += 1, record += smallRecords) {
        const cost = await runJob(stack, contactItems(record, smallRecords))
        if (job > 0) small.push(cost)
      }
      const large: JobCost[] = []
      for (let job = 0; job < jobs; job += 1, record += jobRecords) {
        bench.say(`  ${job * 4 * jobRecords} of ${jobs * 4 * jobRecords} items`)
        large.push(await runJob(stack, contactItems(record, jobRecords)))
      }
      return Math.max(
        growth(small, large, (cost) => cost.seconds),
        growth(small, large, (cost) => cost.serverSeconds),
      )
    }),
}

function growth(
  small: readonly JobCost[],
  large: readonly JobCost[],
  cost: (job: JobCost) => number,
): number {
  const perItem = small.map((job) => cost(job) / job.items).sort((a, b) => a - b)
  const median = perItem[Math.floor(perItem.length / 2)] ?? 0
  return sum(large.map(cost)) / sum(large.map(({ items }) => items)) / median
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
