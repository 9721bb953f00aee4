import { utcSeconds } from '../../http/formats.js'
import { present } from '../../http/present.js'
import type { Lineage, LineagePlace } from './lineage.js'

const specification = 'https://openlineage.io/spec'
const core = `${specification}/2-0-2/OpenLineage.json#/$defs`

/** The states in which a job's run has ended, in OpenLineage's words. */
const endings: Readonly<Record<string, string>> = {
  completed: 'COMPLETE',
  completedWithErrors: 'COMPLETE',
  failed: 'FAIL',
  cancelled: 'ABORT',
}

/**
 * The run of the job that brought the value as events of OpenLineage 2-0-2: its start and, once it
 * has ended, its end. They tell of tables and columns, not of values.
 *
 * An entry whose job is gone is told as a run of its own, which ended when it was written.
 */
export function openLineageOf(lineage: Lineage, place: LineagePlace): readonly object[] {
  const { entry, job } = lineage
  const written = entry.createdOn ?? new Date(0)
  const started = job?.submittedDateTime ?? written
  const ending = job ? endings[job.jobStatus] : 'COMPLETE'
  const event = (eventType: string, time: Date) => ({
    eventType,
    eventTime: utcSeconds(time),
    ...runOf(lineage, place),
  })
  if (ending === undefined) return [event('START', started)]
  return [event('START', started), event(ending, job?.completedDateTime ?? written)]
}

function runOf({ entry, job, item }: Lineage, { serviceUrl, environment }: LineagePlace) {
  const facet = (schemaURL: string, content: Readonly<Record<string, unknown>>) => ({
    _producer: serviceUrl,
    _schemaURL: schemaURL,
    ...present(content),
  })
  const source = {
    namespace: `data-integration://${encodeURIComponent(entry.sourceSystemKey)}`,
    name: job?.entityType ?? entry.targetTable,
  }
  const fields = fieldsOf(entry).map((field) => [
    field,
    { inputFields: [{ ...source, field: item?.fieldName ?? field }] },
  ])
  return {
    producer: serviceUrl,
    schemaURL: `${core}/RunEvent`,
    run: {
      runId: job?.id ?? entry.id,
      facets: {
        dataIntegration_job: facet(`${core}/RunFacet`, {
          name: job?.name,
          configurationHash: job?.configurationHash,
        }),
      },
    },
    job: { namespace: serviceUrl, name: `${entry.sourceSystemKey}.${entry.targetTable}` },
    inputs: [
      {
        ...source,
        facets: job?.payloadHash
          ? {
              version: facet(
                `${specification}/facets/1-0-0/DatasetVersionDatasetFacet.json#/$defs/DatasetVersionDatasetFacet`,
                { datasetVersion: job.payloadHash },
              ),
            }
          : {},
      },
    ],
    outputs: [
      {
        namespace: `dataverse://${environment}`,
        name: entry.targetTable,
        facets: {
          columnLineage: facet(
            `${specification}/facets/1-0-1/ColumnLineageDatasetFacet.json#/$defs/ColumnLineageDatasetFacet`,
            { fields: Object.fromEntries(fields) },
          ),
        },
        outputFacets: {
          dataIntegration_ledgerEntry: facet(`${core}/OutputDatasetFacet`, {
            ledgerEntryId: entry.id,
            targetId: entry.targetId,
            aspectKey: entry.aspectKey,
            ledgerStatus: entry.ledgerStatus,
            entryHash: entry.entryHash,
          }),
        },
      },
    ],
  }
}

/** The columns that an entry is about. A record's values are a JSON object by column. */
function fieldsOf({ ledgerAspect, aspectKey, value }: Lineage['entry']): readonly string[] {
  if (ledgerAspect !== 'record') return [aspectKey]
  try {
    const record: unknown = JSON.parse(value ?? '')
    return typeof record === 'object' && record !== null ? Object.keys(record) : []
  } catch {
    return []
  }
}
