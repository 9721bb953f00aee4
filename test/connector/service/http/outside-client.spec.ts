import { randomUUID } from 'node:crypto'

import { rawCreate } from '../../../../connector/dataverse/index.js'
import { contact } from '../../../../solution/tables/index.js'
import { startFlowStack } from '../../../support/flows/flow-stack.js'
import type { FlowStack } from '../../../support/flows/flow-stack.js'
import { addEndedJob, addPendingEntry, decide, offerValues } from '../events/rows.js'
import { until } from '../../../support/until.js'
import { outsideClient } from './outside-client.js'
import type { ClientAnswer, OutsideClient } from './outside-client.js'
import type { Json } from './service-under-test.js'

const lovelace = { externalKey: 'E-1', fieldName: 'lastname', newValue: 'Lovelace' }

const job = (over: object = {}) => ({
  body: { sourceSystemKey: 'HRIS', entityType: 'contact', items: [lovelace], ...over },
})

const people = {
  targetTable: 'contact',
  authoritativeSources: 'HRIS',
  commitMode: 'OnIngest',
  autoCertify: true,
  createMissingRecords: true,
}

const gender = { targetTable: 'contact', fieldName: 'gendercode', codeList: 'Gender' }

/** Everything is asked by operationId and parameters, as the definition has them. */
describe('A client that knows the definition alone', () => {
  let stack: FlowStack
  let client: OutsideClient

  beforeAll(async () => {
    stack = await startFlowStack()
    client = await outsideClient(stack.origin)
    await client.call('UpsertCommitPolicies', {
      body: { commitPolicies: [people, { ...people, ...gender, unmappedCodes: 'Hold' }] },
    })
  })

  afterAll(async () => {
    await stack.close()
    expect(client.operations.filter((one) => !client.called.has(one)))
      .withContext('operations that were never called')
      .toEqual([])
  })

  /** Asks for a job until it has ended. */
  async function ended(jobId: unknown): Promise<Json> {
    for (;;) {
      const { body } = await client.call('GetSyncJob', { jobId })
      if (!['Open', 'Submitted', 'Processing'].includes(String(body['jobStatus']))) return body
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  const entriesOf = (answer: ClientAnswer, name: string) => answer.value.map((one) => one[name])

  it('finds out that the service is well', async () => {
    expect((await client.call('GetHealth')).body['status']).toBe('Healthy')
  })

  it('submits a job, follows it and reads what became of its items', async () => {
    const { status, body } = await client.call('SubmitSyncJob', job({ submissionKey: 'outside' }))
    const repeated = await client.call('SubmitSyncJob', job({ submissionKey: 'outside' }))
    const { jobId } = body
    const jobs = await client.call('ListSyncJobs', { sourceSystemKey: 'HRIS', pageSize: 50 })
    const { received } = await ended(jobId)
    const items = await client.call('ListSyncItems', {
      jobId,
      itemStatus: ['Applied', 'Unchanged'],
    })

    expect([status, repeated.status, repeated.body['jobId']]).toEqual([201, 201, jobId])
    expect(entriesOf(jobs, 'jobId')).toContain(jobId)
    expect([received, items.value.length]).toEqual([1, 1])
  })

  it('runs a job and waits at its address, without credentials, until it has ended', async () => {
    const first = await client.call('RunSyncJob', job({ submissionKey: 'run' }))
    const address = first.headers['location'] ?? ''
    let answer = first
    while (answer.status === 202) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      answer = await client.callAddress('GetSyncJobRun', address)
    }

    expect([first.status, answer.status]).toEqual([202, 200])
    expect(answer.body).toEqual(jasmine.objectContaining({ jobStatus: 'Completed', received: 1 }))
  })

  it('fills a job part by part, and cancels another', async () => {
    const open = (submissionKey: string) =>
      client.call('OpenSyncJob', {
        body: { sourceSystemKey: 'HRIS', entityType: 'contact', submissionKey },
      })
    const { jobId } = (await open('parts')).body
    for (const partNumber of [2, 1]) {
      const items = [{ ...lovelace, externalKey: `E-${partNumber}` }]
      const part = await client.call('AddSyncItems', { jobId, body: { partNumber, items } })
      expect(part.status).toBe(201)
    }
    await client.call('CloseSyncJob', { jobId, parts: 2, received: 2 })
    const other = await open('other')
    const cancelled = await client.call('CancelSyncJob', { jobId: other.body['jobId'] })

    expect(await ended(jobId)).toEqual(
      jasmine.objectContaining({ jobStatus: 'Completed', received: 2 }),
    )
    expect(cancelled.body['jobStatus']).toBe('Cancelled')
  })

  it('finds codes that no map knows, adds the map and runs the items again', async () => {
    const coded = { externalKey: 'E-9', fieldName: 'gendercode', newValue: 'f' }
    const submitted = await client.call(
      'SubmitSyncJob',
      job({ submissionKey: 'codes', items: [{ ...lovelace, externalKey: 'E-9' }, coded] }),
    )
    const { jobId } = submitted.body
    const before = await ended(jobId)
    const unmapped = await client.call('ListUnmappedCodes', { codeList: 'Gender' })
    const map = {
      codeList: 'Gender',
      sourceSystemKey: 'HRIS',
      sourceCode: 'f',
      canonicalCodeValue: '2',
    }
    const upsert = await client.call('UpsertValueMaps', { body: { valueMaps: [map] } })
    await client.call('RetrySyncItems', { jobId, outcomeReason: ['Unmapped Code'] })
    await until(async () => (await ended(jobId))['held'] === 0, 'the item is no longer held')

    expect(before['held']).toBe(1)
    expect(entriesOf(unmapped, 'sourceCode')).toEqual(['f'])
    expect(upsert.body['created']).toBe(1)
  })

  it('translates codes, one and many, and compares a code list', async () => {
    const maps = ['HRIS', 'ERP'].map((sourceSystemKey) => ({
      codeList: 'Country',
      sourceSystemKey,
      sourceCode: `${sourceSystemKey}-NL`,
      canonicalCodeValue: 'NL',
    }))
    await client.call('UpsertValueMaps', { body: { valueMaps: maps } })
    const one = await client.call('TranslateValue', {
      codeList: 'Country',
      code: 'HRIS-NL',
      sourceSystemKey: 'HRIS',
    })
    const back = {
      codeList: 'Country',
      code: 'NL',
      sourceSystemKey: 'ERP',
      direction: 'ToSource',
    }
    const many = await client.call('TranslateValues', { body: { translations: [back] } })
    const listed = await client.call('ListValueMaps', { codeList: 'Country' })
    const compared = await client.call('CompareValueMaps', { codeList: 'Country' })

    expect(one.body['translatedCode']).toBe('NL')
    expect(entriesOf(many, 'translatedCode')).toEqual(['ERP-NL'])
    expect(entriesOf(listed, 'sourceCode')).toEqual(
      jasmine.arrayWithExactContents(['HRIS-NL', 'ERP-NL']),
    )
    expect(compared.body['sourceSystemKeys']).toEqual(
      jasmine.arrayWithExactContents(['HRIS', 'ERP']),
    )
  })

  it('links a key to a record, resolves it, lists it and takes the link back', async () => {
    const targetId = randomUUID()
    await stack.client.send(rawCreate(contact, targetId, { lastname: 'Hopper' }))
    const key = { sourceSystemKey: 'ERP', targetTable: 'contact', externalKey: 'a/b ☂' }
    const linked = await client.call('LinkIdentifier', { body: { ...key, targetId } })
    const one = await client.call('ResolveIdentifier', key)
    const many = await client.call('ResolveIdentifiers', { body: { identifiers: [key] } })
    const listed = await client.call('ListIdentifiers', { targetId })
    const unlinked = await client.call('UnlinkIdentifier', key)

    expect([linked.status, linked.body['outcome']]).toEqual([201, 'Linked'])
    expect(one.body['targetId']).toBe(targetId)
    expect(entriesOf(many, 'targetId')).toEqual([targetId])
    expect(entriesOf(listed, 'externalKey')).toEqual(['a/b ☂'])
    expect(unlinked.body['isRemoved']).toBe(true)
  })

  it('looks at ready policies, tries one, and asks what would become of an item', async () => {
    const templates = await client.call('ListPolicyTemplates')
    const applied = await client.call('ApplyPolicyTemplate', {
      body: { templateId: 'people', sourceSystemKeys: ['HRIS'], preview: true },
    })
    const policies = await client.call('ListCommitPolicies', { targetTable: 'contact' })
    const evaluated = await client.call('EvaluateSyncItems', job())

    expect(entriesOf(templates, 'templateId')).toContain('people')
    expect(applied.body['preview']).toBe(true)
    expect(policies.value.length).toBe(2)
    expect(evaluated.value.length).toBe(1)
    expect(String(evaluated.value[0]?.['processMessage'])).not.toBe('')
  })

  it('reads what waits in the ledger, and decides', async () => {
    const ids = await Promise.all(
      ['a', 'b', 'c', 'd'].map((value) =>
        addPendingEntry(stack.client, { value, sourceSystemKey: 'LEDGER' }),
      ),
    )
    const [first, second, third] = ids
    const listed = await client.call('ListLedgerEntries', {
      sourceSystemKey: 'LEDGER',
      ledgerStatus: ['Pending'],
    })
    const entry = await client.call('GetLedgerEntry', { ledgerEntryId: first })
    const explained = await client.call('ExplainLedgerEntry', { ledgerEntryId: first })
    const note = { note: 'Seen.' }
    const certified = await client.call('CertifyLedgerEntry', { ledgerEntryId: first, body: note })
    const rejected = await client.call('RejectLedgerEntry', { ledgerEntryId: second, body: note })
    const isSettled = async () => {
      const { body } = await client.call('GetLedgerEntry', { ledgerEntryId: first })
      return body['settledStatus'] === 'Certified'
    }
    await until(isSettled, 'the certification had taken effect')
    const revoked = await client.call('RevokeLedgerEntry', { ledgerEntryId: first, body: note })
    const preview = await client.call('CertifyLedgerEntries', {
      body: { ledgerEntryIds: [third], preview: true },
    })
    const { fingerprint } = preview.body
    const bulk = await client.call('CertifyLedgerEntries', {
      body: { ledgerEntryIds: [third], preview: false, fingerprint },
    })
    const undone = await client.call('UndoCertification', {
      certificationRunId: bulk.body['certificationRunId'],
      body: note,
    })

    expect(entriesOf(listed, 'ledgerEntryId')).toEqual(jasmine.arrayWithExactContents(ids))
    expect(entry.body['value']).toBe('a')
    expect(explained.body['possibleDecisions']).toContain('Certify')
    expect([certified, rejected, revoked].map(({ body }) => body['ledgerStatus'])).toEqual([
      'Certified',
      'Rejected',
      'Revoked',
    ])
    expect([preview.body['certifiable'], bulk.body['certified']]).toEqual([1, 1])
    expect(undone.body['found']).toBe(1)
  })

  it('asks where a value came from, and whether the history is whole', async () => {
    const ledgerEntryId = await addPendingEntry(stack.client, {
      value: 'x',
      targetTable: 'account',
    })
    const lineages = await Promise.all(
      ['GetLineage', 'GetLineageAsProv', 'GetLineageAsOpenLineage'].map((operation) =>
        client.call(operation, { ledgerEntryId }),
      ),
    )
    const verified = await client.call('VerifyLedger', { body: { targetTable: 'account' } })

    for (const { body } of lineages) expect(JSON.stringify(body)).toContain(ledgerEntryId)
    // The entry was made by hand: it has no place in any chain.
    expect(JSON.stringify(verified.body)).toContain(ledgerEntryId)
  })

  it('lists the values that are offered to it, and acknowledges them', async () => {
    const jobId = await offerValues(stack.client, 'CRM', ['ada@agency.gov'])
    const asked = { sourceSystemKey: 'CRM', direction: 'Outbound' }
    const offered = await client.call('ListSyncJobs', asked)
    const { value } = await client.call('ListSyncItems', { jobId, itemStatus: ['Pending'] })
    const items = value.map(({ itemId }) => ({ itemId, outcome: 'Applied' }))
    const noted = await client.call('AcknowledgeSyncItems', { body: { items } })

    expect(entriesOf(offered, 'jobId')).toEqual([jobId])
    expect([noted.body['received'], noted.body['noted']]).toEqual([1, 1])
    expect((await ended(jobId))['applied']).toBe(1)
  })

  it('is told what there is to choose from', async () => {
    await client.call('UpsertValueMaps', {
      body: { valueMaps: [{ codeList: 'Colour', sourceCode: 'r', canonicalCodeValue: 'red' }] },
    })
    await client.call('SubmitSyncJob', job({ submissionKey: 'choose' }))
    const schema = await client.call('GetRecordSchema', { targetTable: 'contact' })

    expect(entriesOf(await client.call('ListSourceSystems'), 'sourceSystemKey')).toContain('HRIS')
    expect(entriesOf(await client.call('ListTables'), 'targetTable')).toContain('contact')
    expect(
      entriesOf(await client.call('ListColumns', { targetTable: 'contact' }), 'fieldName'),
    ).toContain('emailaddress1')
    expect(entriesOf(await client.call('ListCodeLists'), 'codeList')).toContain('Colour')
    expect(Object.keys((schema.body['schema'] as Json)['properties'] as Json)).toContain('lastname')
  })

  const triggers: readonly (readonly [name: string, happen: () => Promise<unknown>])[] = [
    [
      'WhenSyncJobCompletes',
      () => addEndedJob(stack.client, Date.now(), { sourceSystemKey: 'TOLD' }),
    ],
    ['WhenLedgerEntryIsPending', () => addPendingEntry(stack.client, { sourceSystemKey: 'TOLD' })],
    [
      'WhenLedgerEntryIsDecided',
      async () => {
        const id = await addPendingEntry(stack.client, { sourceSystemKey: 'TOLD' })
        await decide(stack.client, id, 'certified')
      },
    ],
    ['WhenValueIsReadyForSource', () => offerValues(stack.client, 'TOLD', ['ada@agency.gov'])],
  ]

  for (const [name, happen] of triggers) {
    it(`subscribes with ${name}, is told once and unsubscribes without credentials`, async () => {
      const told: Json[] = []
      const { url, close } = stack.callbacks.open((body) => told.push(body))
      const { status, headers } = await client.call(name, {
        body: { callbackUrl: url, sourceSystemKey: 'TOLD' },
      })
      await happen()
      await until(() => told.length > 0, 'the event was delivered')
      const stopped = await client.callAddress(`Stop${name}`, headers['location'] ?? '')
      close()

      expect([status, stopped.status, stopped.body['isEnded']]).toEqual([201, 200, true])
      expect(told.length).toBe(1)
      expect(told[0]?.['eventId']).toBeDefined()
    })

    it(`looks with ${name}Polled, and finds what is new at the address of the next look`, async () => {
      const first = await client.call(`${name}Polled`, { sourceSystemKey: 'TOLD' })
      const events: Json[] = []
      let next = first.headers['location'] ?? ''
      await happen()
      await until(async () => {
        const answer = await client.callAddress(`${name}Next`, next)
        next = answer.headers['location'] ?? ''
        events.push(...answer.value)
        return events.length > 0
      }, 'the event was found')

      expect(first.status).toBe(202)
      expect(events.length).toBe(1)
    })
  }
})
