import { policyTemplates } from '../../../templates/index.js'
import type { PolicyTemplate } from '../../../templates/index.js'
import type { Handler } from '../../operation-context.js'
import { listAnswer, positionOf } from '../../paging.js'
import { byText, sortedPage } from '../../sorted-page.js'

export const listPolicyTemplates: Handler = (request, context) => {
  const { pageSize } = request.query as { readonly pageSize: number }
  const list = {
    entries: policyTemplates,
    keyOf: ({ templateId }: PolicyTemplate) => templateId,
    compare: byText,
  }
  const page = sortedPage(list, positionOf(request), pageSize)
  return Promise.resolve(listAnswer(page.rows.map(presentTemplate), page.next, request, context))
}

/** `definitions/PolicyTemplate`. */
function presentTemplate(template: PolicyTemplate): object {
  const { templateId, title, description, policies, valueMaps } = template
  const codeLists = [...new Set(valueMaps.map(({ codeList }) => codeList))]
  return {
    templateId,
    title,
    description,
    commitPolicies: policies,
    codeLists: codeLists.map((codeList) => ({
      codeList,
      valueMaps: valueMaps.filter((map) => map.codeList === codeList).length,
    })),
  }
}
