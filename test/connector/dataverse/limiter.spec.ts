import { createLimiter } from '../../../connector/dataverse/limiter.js'
import type { Feedback } from '../../../connector/dataverse/limiter.js'

/** A limiter on a clock that the spec moves, and tasks that end when the spec says so. */
function stage(maxParallel: number) {
  let time = 0
  const sleepers: { readonly until: number; readonly wake: () => void }[] = []
  const limiter = createLimiter({
    maxParallel,
    now: () => time,
    sleep: (milliseconds) =>
      new Promise((wake) => sleepers.push({ until: time + milliseconds, wake })),
  })
  const running: { readonly feedback: Feedback; readonly end: () => void }[] = []
  return {
    limiter,
    running,
    start: async (count: number) => {
      for (let n = 0; n < count; n++) {
        void limiter.run((feedback) => new Promise<void>((end) => running.push({ feedback, end })))
      }
      await settle()
    },
    end: async (count: number, report: (feedback: Feedback) => void) => {
      for (const { feedback, end } of running.splice(0, count)) {
        report(feedback)
        end()
      }
      await settle()
    },
    passTime: async (milliseconds: number) => {
      time += milliseconds
      for (const sleeper of sleepers.splice(0)) {
        if (sleeper.until <= time) sleeper.wake()
        else sleepers.push(sleeper)
      }
      await settle()
    },
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

const success = (feedback: Feedback) => {
  feedback.succeeded()
}

describe('The limiter', () => {
  it('runs no more tasks at a time than its limit, in the order they came', async () => {
    const { limiter, running, start, end } = stage(2)
    await start(5)

    expect(running.length).toBe(2)
    await end(1, success)
    expect(running.length).toBe(2)
    expect(limiter.limit()).toBe(2)
  })

  it('follows the recommended parallelism down at once, and up to it by successes', async () => {
    const { limiter, start, end } = stage(16)
    await start(1)
    await end(1, (feedback) => {
      feedback.recommend(2)
    })

    expect(limiter.limit()).toBe(2)
    await start(1)
    await end(1, (feedback) => {
      feedback.recommend(6)
    })
    expect(limiter.limit()).toBe(2)
    for (let n = 0; n < 40; n++) {
      await start(1)
      await end(1, success)
    }
    expect(limiter.limit()).toBe(6)
  })

  it('never goes beyond its own maximum, whatever is recommended', async () => {
    const { limiter, start, end } = stage(3)
    for (let n = 0; n < 40; n++) {
      await start(1)
      await end(1, (feedback) => {
        feedback.recommend(50)
        feedback.succeeded()
      })
    }

    expect(limiter.limit()).toBe(3)
  })

  it('takes no notice of a recommendation that is none', async () => {
    const { limiter, start, end } = stage(4)
    await start(1)
    await end(1, (feedback) => {
      for (const nonsense of [0, -1, 1.5, Number.NaN]) feedback.recommend(nonsense)
    })

    expect(limiter.limit()).toBe(4)
  })

  it('halves once for all requests that were under way when the platform was overloaded', async () => {
    const { limiter, start, end } = stage(4)
    await start(4)
    await end(4, (feedback) => {
      feedback.overloaded(null)
    })

    expect(limiter.limit()).toBe(2)
    await start(1)
    await end(1, (feedback) => {
      feedback.overloaded(null)
    })
    expect(limiter.limit()).toBe(1)
  })

  it('never goes below one', async () => {
    const { limiter, start, end } = stage(2)
    for (let n = 0; n < 5; n++) {
      await start(1)
      await end(1, (feedback) => {
        feedback.overloaded(null)
      })
    }

    expect(limiter.limit()).toBe(1)
  })

  it('lets nobody send before the named time, and then no crowd', async () => {
    const { running, start, end, passTime } = stage(4)
    await start(4)
    await end(4, (feedback) => {
      feedback.overloaded(10_000)
    })
    await start(20)
    await passTime(9_999)

    expect(running.length).toBe(0)
    await passTime(1)
    expect(running.length).toBe(2)
  })

  it('recovers its full parallelism after the storm', async () => {
    const { limiter, start, end } = stage(4)
    for (let n = 0; n < 3; n++) {
      await start(1)
      await end(1, (feedback) => {
        feedback.overloaded(null)
      })
    }
    for (let n = 0; n < 10; n++) {
      await start(1)
      await end(1, success)
    }

    expect(limiter.limit()).toBe(4)
  })

  it('forgets a task whose caller stopped waiting', async () => {
    const { limiter, running, start, end } = stage(1)
    await start(1)
    const abort = new AbortController()
    const waiting = limiter.run(() => Promise.resolve('ran'), abort.signal)
    const next = limiter.run(() => Promise.resolve('next'))
    abort.abort(new Error('Enough.'))

    await expectAsync(waiting).toBeRejectedWithError('Enough.')
    await end(1, success)
    expect(await next).toBe('next')
    expect(running.length).toBe(0)
  })

  it('makes room again after a task that failed', async () => {
    const { limiter } = stage(1)
    const failing = limiter.run(() => Promise.reject(new Error('No.')))

    await expectAsync(failing).toBeRejectedWithError('No.')
    expect(await limiter.run(() => Promise.resolve(1))).toBe(1)
  })
})
