import {
  integrationCommitPolicy,
  integrationValueMap,
} from '../../../../../solution/tables/index.js'
import { policyTemplates } from '../../../templates/index.js'
import { ApiError, invalidRequest } from '../../errors.js'
import type { Handler } from '../../operation-context.js'
import { present } from '../../present.js'
import { shorten } from '../../shorten.js'
import { refuseTwins } from '../../twins.js'
import { upsertRows } from '../../upsert-rows.js'
import { plannedMaps } from './template-maps.js'
import { plannedPolicies } from './template-policies.js'
import type { Outcome } from './template-policies.js'

interface Body {
  readonly templateId: string
  readonly sourceSystemKeys: readonly string[]
  readonly preview?: boolean
  readonly overwrite?: boolean
}

export const applyPolicyTemplate: Handler = async (request, context) => {
  const { templateId, preview = false, overwrite = false, ...body } = request.body as Body
  const sources = clearSources(body.sourceSystemKeys)
  const template = policyTemplates.find((one) => one.templateId === templateId)
  if (!template) {
    const known = policyTemplates.map((one) => one.templateId).join(', ')
    throw new ApiError('PolicyTemplateNotFound', { templateId: shorten(templateId), known })
  }
  const policies = await plannedPolicies(template.policies, sources, overwrite, context)
  const maps = await plannedMaps(template.valueMaps, sources, overwrite, context)
  if (!preview) {
    const { client } = context
    // Maps first: a policy whose code list is empty would hold every value.
    await upsertRows(
      client,
      integrationValueMap,
      maps.flatMap(({ wanted }) => wanted ?? []),
    )
    await upsertRows(
      client,
      integrationCommitPolicy,
      policies.flatMap(({ wanted }) => wanted ?? []),
    )
  }
  const codeLists = [...new Set(maps.map(({ codeList }) => codeList))]
  return {
    templateId,
    preview,
    ...counts([...policies, ...maps]),
    skipped: countOf(policies, 'Skipped'),
    commitPolicies: policies.map(({ policy, outcome, message }) =>
      present({
        targetTable: policy.targetTable,
        fieldName: policy.fieldName,
        outcome,
        message,
      }),
    ),
    codeLists: codeLists.map((codeList) => ({
      codeList,
      ...counts(maps.filter((map) => map.codeList === codeList)),
    })),
  }
}

interface Planned {
  readonly outcome: Outcome
}

function counts(planned: readonly Planned[]) {
  return {
    created: countOf(planned, 'Created'),
    unchanged: countOf(planned, 'Unchanged'),
    kept: countOf(planned, 'Kept'),
    overwritten: countOf(planned, 'Overwritten'),
  }
}

function countOf(planned: readonly Planned[], outcome: Outcome): number {
  return planned.filter((one) => one.outcome === outcome).length
}

/**
 * Keys that a policy can list: it separates them by semicolons, and spaces around them do not count.
 *
 * @throws ApiError InvalidRequest.
 */
function clearSources(keys: readonly string[]): readonly string[] {
  keys.forEach((key, index) => {
    if (!key.includes(';') && key.trim() === key) return
    const path = `sourceSystemKeys[${index}]`
    const value = shorten(key)
    const expected = 'a key without semicolons, and without spaces around it'
    const message = `${path} is ${value}, expected ${expected}.`
    throw invalidRequest({ path, message, value, expected })
  })
  refuseTwins('sourceSystemKeys', keys)
  return keys
}
