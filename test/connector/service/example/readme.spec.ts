import { readFile } from 'node:fs/promises'

import type { SyncItem, SyncJob } from '../../../../connector/service/example/api.js'
import { commitPolicies } from '../../../../connector/service/example/commit-policies.js'
import { isClosed } from '../../../../connector/service/example/job-status.js'
import { isoCountriesJob } from '../../../../connector/service/example/jobs.js'
import { countryValueMaps } from '../../../../connector/service/example/value-maps.js'
import { startInProcessStack } from '../in-process-stack.js'
import type { InProcessStack } from '../in-process-stack.js'

interface Request {
  /** Below the service's base path. */
  readonly path: string
  readonly body?: string
}

const printedBase = 'http://127.0.0.1:8081/v1'

describe('the requests that the README prints', () => {
  let stack: InProcessStack
  let requests: readonly Request[]

  beforeAll(async () => {
    const readme = await readFile(new URL('../../../../README.md', import.meta.url), 'utf8')
    requests = requestsIn(readme)
    stack = await startInProcessStack()
    await stack.api.upsertValueMaps(countryValueMaps())
    await stack.api.upsertCommitPolicies(commitPolicies())
    await closed(await stack.api.submitSyncJob(isoCountriesJob()))
  }, 120_000)

  afterAll(async () => {
    await stack.close()
  })

  it('submit a job, and read it and its items by the id that is printed', async () => {
    const [submission, job, items] = requests.filter(({ path }) => path.startsWith('/sync-jobs'))

    const submitted = (await send(submission)) as SyncJob
    const done = await closed(submitted)
    const { value } = (await send(items)) as { readonly value: readonly SyncItem[] }

    expect(await send(job)).toEqual(done)
    expect(value.map((item) => item.itemStatus)).toEqual(['Applied', 'Unchanged'])
  })

  it('translate BRN by who says it', async () => {
    const translations = requests.filter(({ path }) => path.startsWith('/value-translations'))
    const answers = await Promise.all(translations.map(send))

    expect(
      answers.map((answer) => (answer as { translatedLabel: string }).translatedLabel),
    ).toEqual(['Bahrain', 'Brunei Darussalam'])
  })

  it('are answered with success, all of them', async () => {
    for (const request of requests.filter(({ path }) => !path.startsWith('/sync-jobs'))) {
      expect(await send(request)).toBeInstanceOf(Object)
    }
    expect(requests.length).toBe(7)
  })

  async function send(request: Request | undefined): Promise<unknown> {
    if (!request) throw new Error('The README does not print this request any more.')
    const { path, body } = request
    const response = await fetch(`${stack.serviceUrl}${path}`, {
      ...(body === undefined
        ? {}
        : { method: 'POST', body, headers: { 'content-type': 'application/json' } }),
    })
    const answer: unknown = await response.json()
    if (!response.ok) throw new Error(`${path} was answered ${JSON.stringify(answer)}`)
    return answer
  }

  async function closed(job: SyncJob): Promise<SyncJob> {
    let current = job
    while (!isClosed(current)) current = await stack.api.getSyncJob(job.jobId)
    return current
  }
})

/** The curl commands of a text: an address, in quotes or not, and what `-d` sends. */
function requestsIn(text: string): readonly Request[] {
  return text
    .split(/^curl -s /m)
    .slice(1)
    .map((command) => {
      const address = /^'?([^'\s]+)/.exec(command)?.[1] ?? ''
      const body = /^[^\n]* -d '([^']*)'/.exec(command)?.[1]
      const path = address.replace(printedBase, '')
      return body === undefined ? { path } : { path, body }
    })
}
