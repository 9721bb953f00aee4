import { decideChunk } from '../../../connector/engine/index.js'
import { context, day, field, item, name, now, policy } from './support.js'
import { TinyStore } from './tiny-store.js'

describe('a year of reloads', () => {
  it('confirms a value that goes stale after 30 days about every 15 days', () => {
    const rules = [policy({ staleAfterDays: 30, createMissingRecords: true })]
    const store = new TinyStore()
    let writes = 0
    for (let night = 0; night < 365; night += 1) {
      const one = context({ policies: rules, now: now + night * day, run: String(night) })
      const items = [item(one, field(name.jobTitle, 'A'))]
      const { plan } = decideChunk(one, store.read(one, items), items)
      store.apply(plan)
      writes += plan.entryChanges.length
    }
    expect(writes).toBeGreaterThan(20)
    expect(writes).toBeLessThan(26)
    expect(
      [...store.entries.values()].map(({ staleOn }) => (staleOn ?? 0) > now + 364 * day),
    ).toEqual([true])
  })
})
