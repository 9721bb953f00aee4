import {
  create,
  createMultiple,
  rawCreate,
  upsert,
} from '../../../../../connector/dataverse/index.js'
import {
  identifierHash,
  identifierId,
  jobId,
  ledgerEntryId,
} from '../../../../../connector/engine/ids.js'
import {
  account,
  contact,
  integrationIdentifier,
  integrationLedger,
  integrationSyncJob,
} from '../../../../../solution/tables/index.js'
import { ada, submitted } from '../jobs.js'
import type { ServiceUnderTest } from '../service-under-test.js'
import type { Pool } from './valid.js'

const ids = {
  contact: '0b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10',
  account: '1b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10',
}

const statuses = ['pending', 'pending', 'pending', 'certified', 'rejected', 'revoked'] as const

/** Fills the store with records, keys, policies and maps that requests can name. */
export async function setScene(service: ServiceUnderTest): Promise<void> {
  await service.client.send(rawCreate(contact, ids.contact, { lastname: 'Lovelace' }))
  await service.client.send(rawCreate(account, ids.account, { name: 'Agency' }))
  await service.post('/v1/policy-template-applications', {
    templateId: 'people',
    sourceSystemKeys: ['HRIS'],
  })
}

/** Adds a job and an entry of each kind, which requests may change, and gives all that can be named. */
export async function setStage(service: ServiceUnderTest, stage: number): Promise<Pool> {
  await linkAda(service)
  const job = await submitted(service, [ada], { submissionKey: `stage ${stage}` })
  const entries = await addEntries(service, job)
  return {
    sourceSystemKey: ['HRIS', 'HRIS', 'IOC'],
    sourceSystemKeys: ['HRIS', 'IOC', 'ERP'],
    targetTable: ['contact', 'account', 'integration', '*'],
    entityType: ['contact', 'account'],
    relatedTable: ['account'],
    fieldName: ['emailaddress1', 'gendercode', 'parentcustomerid', 'nothing'],
    aspectKey: ['emailaddress1', '*'],
    externalKey: ['E-100', 'E-101'],
    relatedExternalKey: ['ORG-7'],
    targetId: [ids.contact, ids.account, ids.contact.toUpperCase()],
    jobId: [job, await openJob(service, stage), await finishedJob(service, stage)],
    ledgerEntryId: entries,
    ledgerEntryIds: entries,
    conflictSetOf: entries,
    codeList: ['Gender', 'Gender', 'Country'],
    code: ['M', '1'],
    sourceCode: ['M'],
    templateId: ['people', 'places', 'code-lists'],
    callbackUrl: ['https://prod-00.westus.logic.azure.com/workflows/1/triggers/2/run'],
    items: [
      ada,
      { externalKey: 'E-101', record: { firstname: 'Grace' } },
      {
        externalKey: 'E-101',
        fieldName: 'parentcustomerid',
        relatedTable: 'account',
        relatedExternalKey: 'ORG-7',
      },
    ],
  }
}

/** Whatever requests have made of the link before. */
async function linkAda({ client }: ServiceUnderTest): Promise<void> {
  const key = { sourceSystemKey: 'HRIS', targetTable: 'contact', externalKey: 'E-100' }
  await client.send(
    upsert(integrationIdentifier, identifierId(key), {
      ...{ ...key, name: 'HRIS E-100', targetId: ids.contact, keyHash: identifierHash(key) },
    }),
  )
}

async function addEntries(service: ServiceUnderTest, job: string): Promise<readonly string[]> {
  const entries = statuses.map((ledgerStatus, index) => ({
    id: ledgerEntryId(job, index, String(index)),
    row: {
      ledgerAspect: 'field',
      aspectKey: 'emailaddress1',
      targetTable: 'contact',
      targetId: ids.contact,
      sourceSystemKey: 'HRIS',
      settledStatus: ledgerStatus,
      ledgerStatus,
      value: `${index}@agency.gov`,
    } as const,
  }))
  await service.client.send(createMultiple(integrationLedger, entries))
  return entries.map(({ id }) => id)
}

async function openJob(service: ServiceUnderTest, stage: number): Promise<string> {
  const body = { sourceSystemKey: 'HRIS', entityType: 'contact', submissionKey: `open ${stage}` }
  return String((await service.post('/v1/open-sync-jobs', body)).body['jobId'])
}

async function finishedJob(service: ServiceUnderTest, stage: number): Promise<string> {
  const { id } = await service.client.send(
    create(integrationSyncJob, jobId('HRIS', `finished ${stage}`), {
      sourceSystemKey: 'HRIS',
      direction: 'inbound',
      jobStatus: 'completedWithErrors',
      entityType: 'contact',
    }),
  )
  return id
}
