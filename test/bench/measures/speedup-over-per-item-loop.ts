import { allowContacts, contactItems } from '../contacts.js'
import { largeLoad } from '../large-load.js'
import type { Measure } from '../measure.js'
import { runPerItemLoop } from '../per-item-loop.js'
import { secondsOf } from '../seconds-of.js'

const loopRecords = 250

/** Time per item: the loop takes long, so it is run on fewer items of the same kind. */
export const speedupOverPerItemLoop: Measure = {
  name: 'speedup-over-per-item-loop',
  unit: 'ratio',
  target: 15,
  good: 'atLeast',
  run: async (bench) => {
    const { first } = await bench.once(largeLoad)
    const items = contactItems(0, loopRecords)
    const loopSeconds = await bench.withStack(async ({ api, client }) => {
      await allowContacts(api)
      return secondsOf(() => runPerItemLoop(client, items))
    })
    return loopSeconds / items.length / (first.seconds / first.items)
  },
}
