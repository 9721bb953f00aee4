import { eligibleJob } from '../../../../connector/service/worker/eligible-job.js'
import type { QueuedJob } from '../../../../connector/service/worker/eligible-job.js'

const now = Date.UTC(2026, 10, 21)

function job(id: string, over: Partial<QueuedJob> = {}): QueuedJob {
  return {
    id,
    etag: 'W/"1"',
    jobStatus: 'submitted',
    targetTables: ['contact'],
    relatedTables: [],
    leaseOwner: null,
    leaseExpires: null,
    ...over,
  }
}

const running = (id: string, over: Partial<QueuedJob> = {}): QueuedJob =>
  job(id, { jobStatus: 'processing', leaseOwner: 'other', leaseExpires: now + 1_000, ...over })

describe('the choice of the next job', () => {
  it('takes the oldest job that nothing stands in the way of', () => {
    expect(eligibleJob([job('a'), job('b')], 'me', now)?.id).toBe('a')
  })

  it('lets a job wait for an earlier unfinished one that writes a table it writes', () => {
    expect(eligibleJob([running('a'), job('b')], 'me', now)).toBeNull()
  })

  it('lets a job wait for an earlier unfinished one that writes a table it relates to', () => {
    const later = job('b', { targetTables: ['account'], relatedTables: ['contact'] })
    expect(eligibleJob([running('a'), later], 'me', now)).toBeNull()
  })

  it('runs a job on other tables beside one that is under way', () => {
    const later = job('b', { targetTables: ['account'] })
    expect(eligibleJob([running('a'), later], 'me', now)?.id).toBe('b')
  })

  it('does not let a job wait for one that only relates to the table it writes', () => {
    const earlier = running('a', { targetTables: ['account'], relatedTables: ['contact'] })
    expect(eligibleJob([earlier, job('b')], 'me', now)?.id).toBe('b')
  })

  it('takes over a job whose lease has run out, at the very moment it has', () => {
    expect(eligibleJob([running('a', { leaseExpires: now + 1 })], 'me', now)).toBeNull()
    expect(eligibleJob([running('a', { leaseExpires: now })], 'me', now)?.id).toBe('a')
  })

  it('goes on with a job of its own', () => {
    expect(eligibleJob([running('a', { leaseOwner: 'me' })], 'me', now)?.id).toBe('a')
  })

  it('lets everything wait for a job whose tables are not known yet', () => {
    const unknown = running('a', { targetTables: null })
    const later = job('b', { targetTables: ['account'] })
    expect(eligibleJob([unknown, later], 'me', now)).toBeNull()
  })
})
