import type { Bench } from './bench.js'
import { allowContacts, contactItems } from './contacts.js'
import { runJob } from './run-job.js'
import type { JobCost } from './run-job.js'

export interface SmallLoad {
  /** 1,000 field items on 250 new records. */
  readonly first: JobCost
  /** The same again, on the same day. */
  readonly reload: JobCost
}

/** What the frugality measures are taken from. */
export async function smallLoad(bench: Bench): Promise<SmallLoad> {
  return bench.withStack(async (stack) => {
    await allowContacts(stack.api)
    // One item of another record first: from then on the worker has the metadata in its cache.
    await runJob(stack, contactItems(250, 1))
    const items = contactItems(0, 250)
    const first = await runJob(stack, items)
    return { first, reload: await runJob(stack, items) }
  })
}
