import type { ServiceUnderTest } from './service-under-test.js'

export const ada = { externalKey: 'E-100', fieldName: 'emailaddress1', newValue: 'ada@agency.gov' }

/** A body of SubmitSyncJob with these items. */
export function jobOf(items: readonly unknown[], over: object = {}): object {
  return { sourceSystemKey: 'HRIS', entityType: 'contact', items, ...over }
}

/** Submits a job and gives its id. */
export async function submitted(
  service: ServiceUnderTest,
  items: readonly unknown[],
  over: object = {},
): Promise<string> {
  const { body, status } = await service.post('/v1/sync-jobs', jobOf(items, over))
  expect(status).toBe(201)
  return String(body['jobId'])
}
