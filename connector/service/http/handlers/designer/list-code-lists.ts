import { filter, query } from '../../../../dataverse/index.js'
import {
  integrationCommitPolicy,
  integrationValueMap,
} from '../../../../../solution/tables/index.js'
import { pageOfList } from '../../list-page.js'
import type { Handler } from '../../operation-context.js'
import { distinctValues } from '../../../distinct-values.js'

export const listCodeLists: Handler = async (request, context) => {
  const { sourceSystemKey } = request.query as { readonly sourceSystemKey?: string }
  const { client } = context
  const maps = filter(integrationValueMap)
  const ofSource =
    sourceSystemKey === undefined
      ? undefined
      : maps.or(maps.eq('sourceSystemKey', sourceSystemKey), maps.isNull('sourceSystemKey'))
  const [groups, policies] = await Promise.all([
    distinctValues(client, integrationValueMap, {
      column: 'codeList',
      computed: '$count as maps',
      where: ofSource,
    }),
    client.send(query(integrationCommitPolicy, { select: ['codeList'] })),
  ])
  const found = new Map(policies.rows.map(({ codeList }) => [codeList ?? '', 0]))
  found.delete('')
  for (const { value, computed } of groups) found.set(value, Number(computed['maps'] ?? 0))
  const entries = [...found].map(([codeList, valueMaps]) => ({ codeList, valueMaps }))
  return pageOfList(entries, ({ codeList }) => codeList, request, context)
}
