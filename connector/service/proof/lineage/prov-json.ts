import { utcSeconds } from '../../http/formats.js'
import type { Lineage, LineagePlace } from './lineage.js'
import { localName, ProvDocument, qualified } from './prov-document.js'

/** The lineage as PROV-JSON: what the value is derived from, by which job, and who answers for it. */
export function provJsonOf(lineage: Lineage, { serviceUrl }: LineagePlace): object {
  const document = new ProvDocument({ uuid: 'urn:uuid:', di: `${serviceUrl}/lineage#` })
  const names = addThings(document, lineage)
  relateThings(document, lineage, names)
  addPredecessors(document, lineage)
  addDecisions(document, lineage)
  return document.json
}

type Names = ReturnType<typeof addThings>
type Entry = Lineage['predecessors'][number]

const service = 'di:service'

const time = (date: Date | null | undefined) => date && utcSeconds(date)
const uuid = (id: string) => `uuid:${id}`
const kind = (name: string) => qualified(`di:${name}`)

function addThings(document: ProvDocument, { entry, job, item, policy }: Lineage) {
  const { chainKey, entryHash } = entry
  document.add('agent', service, {
    'prov:type': qualified('prov:SoftwareAgent'),
    'prov:label': 'Data Integration',
  })
  return {
    entry: addEntry(document, entry, { 'di:chainKey': chainKey, 'di:entryHash': entryHash }),
    source: addSource(document, entry.sourceSystemKey),
    aspect: addAspect(document, entry),
    job:
      job &&
      document.add('activity', uuid(job.id), {
        'prov:type': kind('SyncJob'),
        'prov:label': job.name,
        'prov:startTime': time(job.submittedDateTime),
        'prov:endTime': time(job.completedDateTime),
        'di:configurationHash': job.configurationHash,
      }),
    payload: job?.payloadHash
      ? document.add('entity', `di:payload-${localName(job.payloadHash)}`, {
          'prov:type': kind('Payload'),
          'di:sha256': job.payloadHash,
        })
      : undefined,
    item:
      item &&
      document.add('entity', uuid(item.id), {
        'prov:type': kind('SyncItem'),
        'prov:value': item.sourceValue ?? item.longValue ?? item.newValue,
        'di:externalKey': item.externalKey,
        'di:fieldName': item.fieldName,
        'di:sequenceNumber': item.sequenceNumber,
      }),
    policy:
      policy &&
      document.add('entity', uuid(policy.id), {
        'prov:type': qualified('prov:Plan'),
        'prov:label': policy.name,
      }),
  }
}

function relateThings(document: ProvDocument, { entry }: Lineage, names: Names): void {
  const { job, item, payload, source, policy } = names
  const value = { 'prov:entity': names.entry }
  const activity = { 'prov:activity': job }
  const writtenOn = time(entry.appliedOn ?? entry.createdOn)
  document.relate('wasGeneratedBy', [value, activity], { 'prov:time': writtenOn })
  document.relate('used', [activity, { 'prov:entity': item }])
  document.relate('used', [activity, { 'prov:entity': payload }])
  document.relate('wasAssociatedWith', [activity, { 'prov:agent': service }], {
    'prov:plan': policy,
  })
  const derived = (generated: string | undefined, usedEntity: string | undefined) =>
    [{ 'prov:generatedEntity': generated }, { 'prov:usedEntity': usedEntity }] as const
  document.relate('wasDerivedFrom', derived(names.entry, item), activity)
  document.relate('wasDerivedFrom', derived(item, payload))
  const agent = { 'prov:agent': source }
  for (const each of [item, payload]) {
    document.relate('wasAttributedTo', [{ 'prov:entity': each }, agent])
  }
}

/** Adds an entry, with its source, its aspect and its end. */
function addEntry(
  document: ProvDocument,
  entry: Entry,
  more: Readonly<Record<string, unknown>> = {},
) {
  const name = document.add('entity', uuid(entry.id), {
    'prov:type': kind('LedgerEntry'),
    'prov:label': entry.name,
    'prov:value': entry.value,
    'di:ledgerStatus': entry.ledgerStatus,
    ...more,
  })
  const value = { 'prov:entity': name }
  document.relate('wasAttributedTo', [
    value,
    { 'prov:agent': addSource(document, entry.sourceSystemKey) },
  ])
  document.relate('specializationOf', [
    { 'prov:specificEntity': name },
    { 'prov:generalEntity': addAspect(document, entry) },
  ])
  if (entry.supersededOn) {
    document.relate('wasInvalidatedBy', [value], { 'prov:time': time(entry.supersededOn) })
  }
  return name
}

function addSource(document: ProvDocument, sourceSystemKey: string): string {
  return document.add('agent', `di:source-${localName(sourceSystemKey)}`, {
    'prov:type': qualified('prov:SoftwareAgent'),
    'prov:label': sourceSystemKey,
  })
}

/** What the values are values of: a column of a record, or the record. */
function addAspect(document: ProvDocument, { targetTable, targetId, aspectKey }: Entry): string {
  const name = [targetTable, targetId, aspectKey].map(localName).join('.')
  return document.add('entity', `di:aspect-${name}`, {
    'prov:type': kind('Aspect'),
    'di:targetTable': targetTable,
    'di:targetId': targetId,
    'di:aspectKey': aspectKey,
  })
}

function addPredecessors(document: ProvDocument, { entry, predecessors }: Lineage): void {
  let later = uuid(entry.id)
  for (const predecessor of predecessors) {
    const earlier = addEntry(document, predecessor)
    const ends = [{ 'prov:generatedEntity': later }, { 'prov:usedEntity': earlier }] as const
    document.relate('wasDerivedFrom', ends, { 'prov:type': qualified('prov:Revision') })
    later = earlier
  }
}

function addDecisions(document: ProvDocument, { entry, decisions }: Lineage): void {
  for (const { status, by, on } of decisions) {
    const at = utcSeconds(new Date(on))
    const decision = {
      'prov:activity': document.add('activity', `di:${status}-${entry.id}`, {
        'prov:type': kind('Decision'),
        'prov:label': status,
        'prov:startTime': at,
        'prov:endTime': at,
      }),
    }
    const person = document.add('agent', uuid(by), { 'prov:type': qualified('prov:Person') })
    document.relate('used', [decision, { 'prov:entity': uuid(entry.id) }], { 'prov:time': at })
    document.relate('wasAssociatedWith', [decision, { 'prov:agent': person }])
  }
}
