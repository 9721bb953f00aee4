import {
  create,
  createMetadataCache,
  filter,
  query,
  update,
} from '../../../../connector/dataverse/index.js'
import { identifierHash, identifierId } from '../../../../connector/engine/index.js'
import { writeRetryScope } from '../../../../connector/service/retry-scope.js'
import { lookAtOffers } from '../../../../connector/service/write-back/offer-watch.js'
import {
  contact,
  integrationIdentifier,
  integrationSyncItem,
  integrationSyncJob,
} from '../../../../solution/tables/index.js'
import { addPolicy, addValueMap, silentLog } from '../../../support/worker-stack.js'
import { people, SettleStack, targetTable } from '../settle/settle-stack.js'

const { jobTitle, lastName } = contact.columns
const title = jobTitle.logicalName
const sources = { authoritativeSources: 'HR;CRM', createMissingRecords: true }

describe('A value that goes out to a source and comes back', () => {
  let at: SettleStack

  beforeEach(async () => {
    at = await SettleStack.start()
    await addPolicy(at.client, targetTable, null, sources)
    await addPolicy(at.client, targetTable, title, {
      ...{ ...sources, commitMode: 'onCertify', writeBack: true, codeList: 'Title' },
    })
    for (const [value, hr, crm] of [
      ['Analyst', 'H1', 'C1'],
      ['Countess', 'H2', 'C2'],
    ] as const) {
      const codeList = 'Title'
      await addValueMap(at.client, { codeList, sourceSystemKey: 'HR', sourceCode: hr }, value)
      await addValueMap(at.client, { codeList, sourceSystemKey: 'CRM', sourceCode: crm }, value)
    }
    at.stack.startWorker()
    await at.send('HR', { [lastName.logicalName]: 'Lovelace', [title]: 'H1' })
    const { id: targetId } = await at.contact()
    const key = { sourceSystemKey: 'CRM', targetTable, externalKey: 'E-1' }
    await at.client.send(
      create(integrationIdentifier, identifierId(key), {
        ...{ ...key, targetId, name: 'CRM E-1', keyHash: identifierHash(key) },
      }),
    )
  })

  afterEach(() => at.close())

  async function certify(source: string, value: string): Promise<void> {
    const { id } = await at.entry(source, value)
    await at.change(id, people.ada, { ledgerStatus: 'certified' })
    await at.settle()
  }

  /** What is offered, as `source: code (status)`, in the order it was decided. */
  async function offers(): Promise<readonly string[]> {
    const jobs = await at.client.send(
      query(integrationSyncJob, {
        select: ['sourceSystemKey'],
        filter: filter(integrationSyncJob).eq('direction', 'outbound'),
        orderBy: ['submittedDateTime asc', 'id asc'],
      }),
    )
    const told: string[] = []
    for (const { id, sourceSystemKey } of jobs.rows) {
      const { rows } = await at.client.send(
        query(integrationSyncItem, {
          select: ['newValue', 'itemStatus'],
          filter: filter(integrationSyncItem).eq('integrationSyncJob', {
            table: integrationSyncJob.logicalName,
            id,
          }),
        }),
      )
      for (const row of rows) {
        told.push(`${sourceSystemKey}: ${String(row.newValue)} (${String(row.itemStatus)})`)
      }
    }
    return told
  }

  const entryCount = async () => (await at.entries()).length

  /** Status and message of the last item that came in. */
  async function lastItem() {
    const { rows } = await at.client.send(
      query(integrationSyncItem, {
        select: ['itemStatus', 'processMessage'],
        filter: filter(integrationSyncItem).isNotNull('outcomeReason'),
        orderBy: ['createdOn desc', 'id desc'],
        top: 1,
      }),
    )
    return rows[0]
  }

  it('makes nothing new from HR to Dataverse to CRM to Dataverse, nor from HR back to it', async () => {
    await certify('HR', 'Analyst')
    expect(await offers()).toEqual(['CRM: C1 (pending)'])
    const before = await entryCount()

    await at.send('CRM', { [title]: 'C1' })
    expect((await lastItem())?.itemStatus).toBe('unchanged')
    await at.send('HR', { [title]: 'H1' })
    expect((await lastItem())?.itemStatus).toBe('unchanged')

    expect(await entryCount()).toBe(before)
    expect(await offers()).toEqual(['CRM: C1 (pending)'])
    expect((await at.contact()).jobTitle).toBe('Analyst')
  })

  it('makes nothing new where the source is late: a newer value was certified meanwhile', async () => {
    await certify('HR', 'Analyst')
    await at.send('HR', { [title]: 'H2' })
    await certify('HR', 'Countess')
    expect(await offers()).toEqual(['CRM: C1 (pending)', 'CRM: C2 (pending)'])
    const before = await entryCount()

    await at.send('CRM', { [title]: 'C1' })

    const item = await lastItem()
    expect(item?.itemStatus).toBe('superseded')
    expect(item?.processMessage).toContain('our own update coming back')
    expect(await entryCount()).toBe(before)
    expect((await offers()).length).toBe(2)
    expect((await at.contact()).jobTitle).toBe('Countess')
  })

  it('is offered the other way round where the newer value came from the other source', async () => {
    await certify('HR', 'Analyst')
    await at.send('CRM', { [title]: 'C2' })
    await certify('CRM', 'Countess')

    expect(await offers()).toEqual(['CRM: C1 (pending)', 'HR: H2 (pending)'])
    const before = await entryCount()
    await at.send('HR', { [title]: 'H2' })
    await at.send('CRM', { [title]: 'C2' })
    expect(await entryCount()).toBe(before)
    expect((await offers()).length).toBe(2)
  })

  it('is held naming both codes where the other source has two for it', async () => {
    const twin = { codeList: 'Title', sourceSystemKey: 'CRM', sourceCode: 'C1b' }
    await addValueMap(at.client, twin, 'Analyst')
    await certify('HR', 'Analyst')

    expect(await offers()).toEqual(['CRM: null (held)'])
    expect((await lastItem())?.processMessage).toContain('Codes "C1" and "C1b" of CRM')
  })

  it('is the source’s own where it was held and never offered, also once it is past', async () => {
    const twin = { codeList: 'Title', sourceSystemKey: 'CRM', sourceCode: 'C1b' }
    await addValueMap(at.client, twin, 'Analyst')
    await certify('HR', 'Analyst')
    await offerAgain()
    expect(await offers()).toEqual(['CRM: null (held)'])
    await at.send('HR', { [title]: 'H2' })
    await certify('HR', 'Countess')
    await offerAgain()
    expect(await offers()).toEqual(['CRM: null (superseded)', 'CRM: C2 (pending)'])
    const before = await entryCount()

    await at.send('CRM', { [title]: 'C1' })

    expect((await lastItem())?.processMessage).not.toContain('our own update coming back')
    expect(await entryCount()).toBe(before + 1)
  })

  /** Somebody asks to offer again what the closed jobs hold. */
  async function offerAgain(): Promise<void> {
    const jobs = filter(integrationSyncJob)
    const { rows } = await at.client.send(
      query(integrationSyncJob, {
        select: ['name'],
        filter: jobs.and(jobs.eq('direction', 'outbound'), jobs.eq('jobStatus', 'completed')),
      }),
    )
    const retryScope = writeRetryScope({ statuses: ['held'], reasons: ['unmappedCode'] })
    for (const { id } of rows) {
      const changes = { jobStatus: 'submitted', retryScope, nextSequence: null } as const
      await at.client.send(update(integrationSyncJob, id, changes))
    }
    const metadata = createMetadataCache(at.client)
    const context = { client: at.client, metadata, log: silentLog, now: () => at.stack.clock.now }
    while (await lookAtOffers(context));
  }
})
