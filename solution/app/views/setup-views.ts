import { ascending, standardViews } from '../../model/solution/builders/index.js'
import { integrationCommitPolicy, integrationValueMap } from '../../tables/index.js'

const { columns: map } = integrationValueMap
const { columns: policy } = integrationCommitPolicy

export const valueMapViews = standardViews(integrationValueMap, {
  columns: [
    map.name,
    map.codeList,
    map.sourceSystemKey,
    map.sourceCode,
    map.sourceLabel,
    map.canonicalCodeValue,
    map.canonicalLabel,
    map.confidence,
  ],
  find: [map.codeList, map.sourceCode, map.sourceLabel, map.canonicalCodeValue],
  lookup: [map.codeList, map.sourceCode, map.canonicalCodeValue],
  orderBy: [ascending(map.codeList), ascending(map.sourceCode)],
})

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
