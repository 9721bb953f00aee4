import { Limiter, publishedLimits } from '../../../solution/local/limits/index.js'
import { DataverseError } from '../../../solution/local/errors.js'
import { closeHosts, sendTo, startHost } from './host.js'

function refusal(work: () => void): DataverseError {
  try {
    work()
  } catch (error) {
    if (error instanceof DataverseError) return error
    throw error
  }
  throw new Error('The request was let in.')
}

const retryAfter = (error: DataverseError) => Number(error.headers['Retry-After'])

describe('the limits on a virtual clock', () => {
  let now: number
  let limiter: Limiter

  beforeEach(() => {
    now = 1_000_000
    limiter = new Limiter(publishedLimits, () => now)
  })

  const pass = (user: string, seconds = 0) => {
    limiter.enter(user)
    limiter.leave(user, seconds)
  }

  it('let 6,000 requests in 300 seconds in, and refuse the next with 0x80072322', () => {
    for (let count = 0; count < 6_000; count += 1) pass('a')
    const error = refusal(() => {
      pass('a')
    })

    expect([error.status, error.code, retryAfter(error)]).toEqual([429, '0x80072322', 300])
    expect(limiter.headers('a')['x-ms-ratelimit-burst-remaining-xrm-requests']).toBe('0')
  })

  it('let 1,200 seconds of execution in, and refuse the next with 0x80072321', () => {
    pass('a', 700)
    now += 100_000
    pass('a', 500)
    const error = refusal(() => {
      pass('a')
    })

    expect([error.code, retryAfter(error)]).toEqual(['0x80072321', 200])
    now += 200_000
    pass('a')
    expect(limiter.headers('a')['x-ms-ratelimit-time-remaining-xrm-requests']).toBe('700.00')
  })

  it('let 52 requests run side by side, and refuse the next with 0x80072326', () => {
    for (let count = 0; count < 52; count += 1) limiter.enter('a')
    const error = refusal(() => {
      limiter.enter('a')
    })
    expect(error.code).toBe('0x80072326')

    limiter.leave('a', 0)
    expect(() => {
      limiter.enter('a')
    }).not.toThrow()
  })

  it('count each user apart', () => {
    pass('a', 1_200)

    expect(() => {
      pass('b')
    }).not.toThrow()
    expect(
      refusal(() => {
        pass('a')
      }).status,
    ).toBe(429)
  })

  it('make a client that keeps sending wait longer each time', () => {
    pass('a', 600)
    now += 290_000
    pass('a', 600)
    const waits = [0, 1, 2, 3].map(() =>
      retryAfter(
        refusal(() => {
          pass('a')
        }),
      ),
    )
    expect(waits[0]).toBe(10)
    for (const [at, wait] of waits.entries()) {
      if (at > 0) expect(wait).toBeGreaterThan(waits[at - 1] ?? 0)
    }

    now += (waits[3] ?? 0) * 1_000 - 1
    refusal(() => {
      pass('a')
    })
  })

  it('let a client in again once it has waited as told', () => {
    pass('a', 1_200)
    const error = refusal(() => {
      pass('a')
    })
    now += retryAfter(error) * 1_000

    expect(() => {
      pass('a')
    }).not.toThrow()
  })
})

describe('a local Web API with limits', () => {
  afterEach(closeHosts)

  it('answers 429 with Retry-After until its clock is put forward', async () => {
    const { local, send } = await startHost({
      limits: { ...publishedLimits, requests: 2 },
      now: () => new Date('2026-11-21T10:00:00Z'),
    })
    await send('GET', 'WhoAmI')
    const second = await send('GET', 'WhoAmI')
    expect(second.headers.get('x-ms-dop-hint')).toBe('4')
    expect(second.headers.get('x-ms-ratelimit-burst-remaining-xrm-requests')).toBe('0')

    const third = await send('GET', 'WhoAmI')
    expect([third.status, third.code]).toEqual([429, '0x80072322'])
    const control = sendTo(`${local.origin}/local/`)
    const advanceSeconds = Number(third.headers.get('Retry-After'))
    expect((await control('POST', 'clock', { advanceSeconds })).status).toBe(204)
    expect((await send('GET', 'WhoAmI')).status).toBe(200)
  })

  it('has none unless asked for', async () => {
    const { send } = await startHost()
    const { headers } = await send('GET', 'WhoAmI')

    expect(headers.has('x-ms-ratelimit-burst-remaining-xrm-requests')).toBeFalse()
  })
})
