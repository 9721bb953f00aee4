import type { Bench } from './bench.js'
import { allowContacts, contactItems } from './contacts.js'
import { writeRawRows } from './raw-writes.js'
import { runJob } from './run-job.js'
import type { JobCost } from './run-job.js'

export interface LargeLoad {
  /** 20,000 field items on 5,000 new records: the most that one request takes. */
  readonly first: JobCost
  /** Another value in every field. */
  readonly update: JobCost
  /** Seconds that bare bulk messages take for the rows of the first load, in an empty store. */
  readonly rawSeconds: number
}

const records = 5_000

/** What the speed measures are taken from. */
export async function largeLoad(bench: Bench): Promise<LargeLoad> {
  return bench.withStack(async (stack) => {
    await allowContacts(stack.api)
    await runJob(stack, contactItems(records, 250))
    const first = await runJob(stack, contactItems(0, records))
    const rawSeconds = await bench.withStack((empty) =>
      writeRawRows(stack.client, empty.client, first.jobId),
    )
    const update = await runJob(stack, contactItems(0, records, 2))
    return { first, update, rawSeconds }
  })
}
