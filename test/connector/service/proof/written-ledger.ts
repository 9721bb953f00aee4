import { query, rawUpdate } from '../../../../connector/dataverse/index.js'
import type { LaneVerdict } from '../../../../connector/engine/proof/index.js'
import type { Checkpoint } from '../../../../connector/service/proof/index.js'
import { verifyLedger } from '../../../../connector/service/proof/index.js'
import type { SubmittedItem } from '../../../../connector/service/payload.js'
import { account, contact, integrationLedger } from '../../../../solution/tables/index.js'
import type { IntegrationLedgerRow } from '../../../../solution/tables/index.js'
import { addPolicy, postJob } from '../../../support/worker-stack.js'
import type { WorkerStack } from '../../../support/worker-stack.js'

const { firstName, lastName, jobTitle } = contact.columns

function people(count: number, title: string): SubmittedItem[] {
  const of = (externalKey: string, column: { logicalName: string }, newValue: string) => ({
    targetTable: contact.logicalName,
    externalKey,
    fieldName: column.logicalName,
    newValue,
  })
  return Array.from({ length: count }, (_, index) => [
    of(`P-${index}`, firstName, `Ada ${index} 𝄞`),
    of(`P-${index}`, lastName, "O'Brien  "),
    of(`P-${index}`, jobTitle, title),
  ]).flat()
}

export async function addPolicies({ client }: WorkerStack): Promise<void> {
  await addPolicy(client, account.logicalName, null, { createMissingRecords: true })
  await addPolicy(client, contact.logicalName, null, {
    createMissingRecords: true,
    authoritativeSources: 'HR',
  })
  await addPolicy(client, contact.logicalName, jobTitle.logicalName, { autoCertify: 'yes' })
}

/** A first load, a second that changes values, records of another table, and a source that is held. */
export async function postJobs({ client }: WorkerStack): Promise<void> {
  const organisations = Array.from({ length: 5 }, (_, index) => ({
    targetTable: account.logicalName,
    externalKey: `ORG-${index}`,
    fieldName: account.columns.name.logicalName,
    newValue: `Agency ${index}`,
  }))
  const load = (
    sourceSystemKey: string,
    submissionKey: string,
    items: SubmittedItem[],
    at: number,
  ) => postJob(client, { sourceSystemKey, submissionKey, items, at })
  await load('HR', 'organisations', organisations, 0)
  await load('HR', 'first', people(12, 'Engineer'), 1)
  await load('HR', 'second', people(12, 'Countess'), 2)
  await load('CRM', 'held', people(3, 'Analyst'), 3)
}

/** One more load, which changes a value of each person. */
export async function postChange({ client }: WorkerStack): Promise<void> {
  const items = people(12, 'Analyst')
  await postJob(client, { sourceSystemKey: 'HR', submissionKey: 'third', items, at: 4 })
}

export async function verdictsOf(
  { client }: WorkerStack,
  options: { readonly table?: string; readonly checkpoint?: Checkpoint } = {},
): Promise<readonly LaneVerdict[]> {
  const { table, checkpoint = null } = options
  const verdicts: LaneVerdict[] = []
  for await (const verdict of verifyLedger(client, { table, checkpoint })) verdicts.push(verdict)
  return verdicts
}

/** What is wrong, a lane each: `contact/2 altered 5`. */
export async function faultsOf(
  ...asked: Parameters<typeof verdictsOf>
): Promise<readonly string[]> {
  return (await verdictsOf(...asked)).flatMap(({ targetTable, laneNumber, firstFault: fault }) =>
    fault ? [`${targetTable}/${laneNumber} ${fault.kind} ${String(fault.sequence)}`] : [],
  )
}

/** Entries of the longest chain, in its order. */
export async function longestChain({ client }: WorkerStack) {
  const { rows } = await client.send(query(integrationLedger, { orderBy: ['chainSequence asc'] }))
  const chains = new Map<string, (typeof rows)[number][]>()
  for (const row of rows) {
    const key = row.chainKey?.replace(/\/\d+$/, '') ?? ''
    chains.set(key, [...(chains.get(key) ?? []), row])
  }
  const [longest] = [...chains].sort(([, a], [, b]) => b.length - a.length)
  if (!longest) throw new Error('The ledger is empty.')
  return { key: longest[0], entries: longest[1] }
}

/** Changes an entry past the service, as somebody with the rights to it could. */
export async function tamper(
  { client }: WorkerStack,
  id: string,
  column: keyof IntegrationLedgerRow,
  value: unknown,
): Promise<void> {
  const { logicalName } = integrationLedger.columns[column]
  await client.send(rawUpdate(integrationLedger, id, { [logicalName]: value }))
}
