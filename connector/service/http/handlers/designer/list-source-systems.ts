import { query } from '../../../../dataverse/index.js'
import {
  integrationCommitPolicy,
  integrationSyncJob,
  integrationValueMap,
} from '../../../../../solution/tables/index.js'
import { utcSeconds } from '../../formats.js'
import { pageOfList } from '../../list-page.js'
import type { Handler } from '../../operation-context.js'
import { present } from '../../present.js'
import { distinctValues } from '../../../distinct-values.js'

interface SourceSystem {
  readonly sourceSystemKey: string
  readonly lastSubmittedDateTime?: unknown
}

export const listSourceSystems: Handler = async (request, context) => {
  const { client } = context
  const latest = `${integrationSyncJob.columns.submittedDateTime.logicalName} with max as latest`
  const [jobs, maps, policies] = await Promise.all([
    distinctValues(client, integrationSyncJob, { column: 'sourceSystemKey', computed: latest }),
    distinctValues(client, integrationValueMap, {
      column: 'sourceSystemKey',
      computed: '$count as rows',
    }),
    client.send(query(integrationCommitPolicy, { select: ['authoritativeSources'] })),
  ])
  const found = new Map<string, SourceSystem>()
  for (const key of maps.map(({ value }) => value).concat(policies.rows.flatMap(namedSources))) {
    found.set(key, { sourceSystemKey: key })
  }
  for (const { value, computed } of jobs) {
    const lastSubmittedDateTime = timeOf(computed['latest'])
    found.set(value, { sourceSystemKey: value, ...present({ lastSubmittedDateTime }) })
  }
  return pageOfList([...found.values()], (one) => one.sourceSystemKey, request, context)
}

function namedSources({ authoritativeSources }: { readonly authoritativeSources: string | null }) {
  return (authoritativeSources ?? '')
    .split(';')
    .map((source) => source.trim())
    .filter((source) => source !== '')
}

function timeOf(value: unknown): string | undefined {
  return typeof value === 'string' ? utcSeconds(new Date(value)) : undefined
}
