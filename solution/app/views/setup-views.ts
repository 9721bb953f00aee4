import { ascending, standardViews, view } from '../../model/solution/builders/index.js'
import { integrationCommitPolicy, integrationValueMap } from '../../tables/index.js'
import { comparison } from '../controls.js'

const { columns: map } = integrationValueMap
const { columns: policy } = integrationCommitPolicy

const mapColumns = [
  map.name,
  map.codeList,
  map.sourceSystemKey,
  map.sourceCode,
  map.sourceLabel,
  map.canonicalCodeValue,
  map.canonicalLabel,
  map.confidence,
]

export const valueMapViews = {
  ...standardViews(integrationValueMap, {
    columns: mapColumns,
    find: [map.codeList, map.sourceCode, map.sourceLabel, map.canonicalCodeValue],
    lookup: [map.codeList, map.sourceCode, map.canonicalCodeValue],
    orderBy: [ascending(map.codeList), ascending(map.sourceCode)],
  }),
  comparison: view(integrationValueMap, 'Compare Source Systems', {
    description:
      'One code list as a matrix: what each source system calls a code, and what is missing.',
    columns: mapColumns,
    orderBy: [ascending(map.canonicalCodeValue), ascending(map.sourceCode)],
    binding: comparison,
  }),
}

export const policyViews = standardViews(integrationCommitPolicy, {
  columns: [
    policy.name,
    policy.targetTable,
    policy.fieldName,
    policy.authoritativeSources,
    policy.commitMode,
    policy.autoCertify,
    policy.codeList,
    policy.staleAfterDays,
  ],
  find: [policy.targetTable, policy.fieldName, policy.authoritativeSources],
  lookup: [policy.targetTable, policy.fieldName],
  orderBy: [ascending(policy.targetTable), ascending(policy.fieldName)],
})
