import fc from 'fast-check'

import { filter, query } from '../../../../connector/dataverse/index.js'
import { startWorker } from '../../../../connector/service/worker/index.js'
import { integrationLedger } from '../../../../solution/tables/index.js'
import { addPolicy, silentLog } from '../../../support/worker-stack.js'
import { jobOf } from '../http/jobs.js'
import { codeOf, publicBaseUrl, startService } from '../http/service-under-test.js'
import type { Json, ServiceUnderTest } from '../http/service-under-test.js'
import { openLineageFaults } from './open-lineage-rules.js'
import { provFaults } from './prov-rules.js'

const source = 'HR & Payroll (é)'
/** The values of a record that no policy of their own governs. */
const grace = '{"firstname":"Grace"}'
const operations = `${publicBaseUrl}/v1`

interface Hashes {
  readonly payloadHash: string & Json
  readonly configurationHash: string & Json
}

describe('The lineage of a value', () => {
  let service: ServiceUnderTest
  let first: string
  let second: string

  beforeAll(async () => {
    service = await startService()
    await addPolicy(service.client, 'contact', null, { createMissingRecords: true })
    await addPolicy(service.client, 'contact', 'lastname', { autoCertify: 'yes' })
    const worker = startWorker({
      client: service.client,
      log: silentLog,
      settings: { leaseMs: 60_000, chunkItems: 4_000, pollMs: 10 },
    })
    const run = async (...items: readonly object[]) => {
      const given = jobOf(items, { sourceSystemKey: source })
      const { body } = await service.post('/v1/sync-jobs', given)
      const job = String(body['jobId'])
      for (let status: unknown; status !== 'Completed';) {
        status = (await service.get(`/v1/sync-jobs/${job}`)).body['jobStatus']
      }
      return job
    }
    const item = { externalKey: 'E 1', fieldName: 'lastname' }
    const record = { externalKey: 'E 2', record: { firstname: 'Grace', lastname: 'Hopper' } }
    first = await run({ ...item, newValue: 'Lovelace' }, record)
    second = await run({ ...item, newValue: 'King' })
    await worker.stop()
  })

  afterAll(async () => {
    await service.close()
    expect(service.errors).toEqual([])
  })

  async function entryOf(value: string): Promise<string> {
    const { rows } = await service.client.send(
      query(integrationLedger, {
        select: ['name'],
        filter: filter(integrationLedger).eq('value', value),
      }),
    )
    return rows[0]?.id ?? ''
  }

  const read = async (value: string, form: string): Promise<Json> => {
    const { status, body } = await service.get(`/v1/ledger-entries/${await entryOf(value)}/${form}`)
    expect(status).toBe(200)
    return body
  }

  it('leads from the entry to its item, its job, what was sent, and the values before', async () => {
    const { ledgerEntry, syncItem, syncJob, predecessors, decisions, proof, ...hashes } =
      (await read('King', 'lineage')) as Record<string, Json> & Hashes
    expect(ledgerEntry?.['value']).toBe('King')
    expect([syncItem?.['externalKey'], syncItem?.['newValue']]).toEqual(['E 1', 'King'])
    expect([syncJob?.['jobId'], syncJob?.['sourceSystemKey']]).toEqual([second, source])
    expect(hashes.payloadHash).toMatch(/^[0-9a-f]{64}$/)
    expect(hashes.configurationHash).toMatch(/^[0-9a-f]{64}$/)
    expect(hashes['commitPolicy']?.['fieldName']).toBe('lastname')
    expect((predecessors as unknown as Json[]).map(({ value }) => value)).toEqual(['Lovelace'])
    expect((decisions as unknown as Json[]).map(({ decision }) => decision)).toEqual(['certified'])
    expect(proof?.['chainSequence']).toBe(Number(String(proof?.['chainKey']).split('/')[2]))
    expect(String(proof?.['entryHash'])).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is told as PROV-JSON that keeps to the specification, whatever the source is called', async () => {
    for (const value of ['Lovelace', 'King', grace]) {
      expect(provFaults(await read(value, 'prov'))).toEqual([])
    }
    const document = (await read('King', 'prov')) as Record<string, Record<string, Json>>
    const [king, lovelace] = [await entryOf('King'), await entryOf('Lovelace')]
    expect(document['entity']?.[`uuid:${king}`]?.['prov:value']).toBe('King')
    expect(document['agent']?.['di:source-HR%20%26%20Payroll%20%28%C3%A9%29']).toBeDefined()
    expect(Object.values(document['wasGeneratedBy'] ?? {})).toEqual([
      jasmine.objectContaining({
        'prov:entity': `uuid:${king}`,
        'prov:activity': `uuid:${second}`,
      }),
    ])
    expect(Object.values(document['wasDerivedFrom'] ?? {})).toContain(
      jasmine.objectContaining({
        'prov:generatedEntity': `uuid:${king}`,
        'prov:usedEntity': `uuid:${lovelace}`,
      }),
    )
    expect(
      Object.values(document['wasInvalidatedBy'] ?? {}).map((end) => end['prov:entity']),
    ).toEqual([`uuid:${lovelace}`])
  })

  it('is told as OpenLineage events of the run of the job, without values', async () => {
    const { events } = (await read('King', 'open-lineage')) as { events: Json[] }
    expect(events.flatMap(openLineageFaults)).toEqual([])
    expect(events.map(({ eventType }) => eventType)).toEqual(['START', 'COMPLETE'])
    expect(events.map(({ run }) => (run as Json)['runId'])).toEqual([second, second])
    expect(JSON.stringify(events)).not.toContain('King')
    expect(columnsIn(events)).toEqual(['lastname'])
  })

  it('names in OpenLineage every column of a record, and the run that brought it', async () => {
    const { events } = (await read(grace, 'open-lineage')) as { events: Json[] }
    expect(events.flatMap(openLineageFaults)).toEqual([])
    expect(columnsIn(events)).toEqual(['firstname'])
    expect(events.map(({ run }) => (run as Json)['runId'])).toEqual([first, first])
  })

  it('names this service as the origin of what it tells', async () => {
    const { prefix } = (await read('King', 'prov')) as { prefix: Json }
    expect(prefix['di']).toBe(`${operations}/lineage#`)
  })

  it('is refused for an entry that is not there', async () => {
    for (const form of ['lineage', 'prov', 'open-lineage']) {
      const answer = await service.get(
        `/v1/ledger-entries/6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21/${form}`,
      )
      expect([answer.status, codeOf(answer)]).toEqual([404, 'LedgerEntryNotFound'])
    }
  })
})

/** The columns of the table that a run's start says it writes. */
function columnsIn(events: readonly Json[]): readonly string[] {
  const [start] = events as { outputs: { name: string; facets: Json }[] }[]
  expect(start?.outputs.map(({ name }) => name)).toEqual(['contact'])
  const { fields } = start?.outputs[0]?.facets['columnLineage'] as { fields: Json }
  return Object.keys(fields)
}

describe('The rules that lineage is held to', () => {
  const document = {
    prefix: { di: 'https://integration.example/v1/lineage#' },
    entity: { 'di:a': { 'prov:value': 'x' }, 'di:b': {} },
    activity: { 'di:job': { 'prov:startTime': '2026-11-21T10:00:00Z' } },
    agent: {},
    wasDerivedFrom: { '_:1': { 'prov:generatedEntity': 'di:a', 'prov:usedEntity': 'di:b' } },
  }

  it('find what a PROV document lacks', () => {
    expect(provFaults(document)).toEqual([])
    const broken = [
      { ...document, entity: { 'other:a': {}, 'di:b': {} } },
      { ...document, entity: { 'di:a': { value: 'x' }, 'di:b': {} } },
      { ...document, entity: { 'di:a b': {}, 'di:a': {}, 'di:b': {} } },
      { ...document, activity: { 'di:job': { 'prov:startTime': 'today' } } },
      { ...document, wasDerivedFrom: { '_:1': { 'prov:generatedEntity': 'di:a' } } },
      { ...document, wasMade: {} },
    ]
    for (const each of broken) expect(provFaults(each).length).toBeGreaterThan(0)
  })

  it('find what an OpenLineage event lacks', () => {
    const event = {
      eventType: 'START',
      eventTime: '2026-11-21T10:00:00Z',
      producer: operations,
      schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
      run: { runId: '0190d7a0-7f4e-7d63-8f0e-3c7b1b2a9d10' },
      job: { namespace: operations, name: 'HRIS.contact' },
    }
    expect(openLineageFaults(event)).toEqual([])
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(event)), (name) => {
        expect(openLineageFaults({ ...event, [name]: undefined }).length).toBeGreaterThan(0)
      }),
    )
  })
})
