import { createDataverseClient, UnavailableError } from '../../../../connector/dataverse/index.js'
import { startLocalDataverse } from '../../../../solution/local/index.js'

describe('The service protection limits of the local Web API', () => {
  it('slow many calls down without losing one, and without a crowd after each wait', async () => {
    // Time passes while somebody sleeps only: how fast the machine is makes no difference.
    let now = Date.UTC(2026, 10, 21)
    const limits = { windowSeconds: 300, requests: 20, executionSeconds: 1_200, concurrent: 52 }
    const host = await startLocalDataverse({ data: ':memory:', limits, now: () => new Date(now) })
    const statuses: (number | null)[] = []
    const client = createDataverseClient({
      url: host.origin,
      now: () => now,
      sleep: (milliseconds) => {
        now += milliseconds
        return Promise.resolve()
      },
      retry: { attempts: 20, jitter: () => 0 },
      maxParallel: 4,
      onRequest: ({ status }) => statuses.push(status),
    })
    try {
      const answers = await Promise.all(Array.from({ length: 70 }, () => client.whoAmI()))

      expect(answers.length).toBe(70)
      expect(statuses.filter((status) => status === 200).length).toBe(70)
      const refused = statuses.filter((status) => status === 429).length
      expect(refused).toBeGreaterThan(0)
      // Fewer than the calls that had to wait: each wait is obeyed by all, not tried out by each.
      expect(refused).toBeLessThan(70 - limits.requests)
    } finally {
      await client.close()
      await host.close()
    }
    await expectAsync(
      createDataverseClient({ url: host.origin, retry: { attempts: 1 } }).whoAmI(),
    ).toBeRejectedWithError(UnavailableError)
  })
})
