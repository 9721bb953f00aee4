import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

import { isClosed, settledItems } from '../../../connector/service/example/job-status.js'
import { allowContacts } from '../contacts.js'
import type { Measure } from '../measure.js'
import { storePostedJob } from '../posted-job.js'

const records = 250_000
const pollMs = 2_000

export const workerPeakMemory: Measure = {
  name: 'worker-peak-memory-1m',
  unit: 'MB',
  target: 300,
  good: 'atMost',
  run: (bench) =>
    bench.withStack(async ({ api, client, workerPid }) => {
      if ((await peakMegabytes(workerPid)) === null) {
        bench.say('  left out: this system does not tell the peak memory of a process in /proc')
        return null
      }
      await allowContacts(api)
      const id = await storePostedJob(client, 'one-million', records)
      for (;;) {
        const job = await api.getSyncJob(id)
        bench.say(`  ${settledItems(job)} of ${job.received} items`)
        if (isClosed(job)) {
          if (job.applied === 4 * records) return peakMegabytes(workerPid)
          throw new Error(`The job ended otherwise than expected: ${JSON.stringify(job)}`)
        }
        await pause(pollMs)
      }
    }),
}

/** The most memory the process ever held, in units of 1,000,000 bytes; null where nothing tells. */
async function peakMegabytes(pid: number): Promise<number | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
    return kibibytes === undefined ? null : (Number(kibibytes) * 1_024) / 1_000_000
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
