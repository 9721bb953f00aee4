import { shown } from '../../facts/json.js'
import { policiesOf } from '../../facts/policies.js'
import { each, problem, rule } from '../../rule.js'
import { nextLinkNames, pageable } from '../operation/paging.js'

const property = 'x-ms-apimTemplateParameter.nextLinkPropertyName'

export const nextLinksUpdated = rule(
  'NextLinkPolicyMissing',
  'Pages are fetched through the gateway: a policy rewrites the address of each next one.',
  (facts) => {
    if (!facts.properties) return []
    const policies = policiesOf(facts).filter(({ template }) => template === 'updatenextlink')
    const lists = pageable(facts).filter(({ name }) => nextLinkNames.includes(name))
    return lists.flatMap(({ operation, name, place }) => {
      const isCovered = policies.some(
        ({ operations = [], parameters }) =>
          operations.includes(operation.id) && parameters[property] === name,
      )
      return isCovered
        ? []
        : [
            problem(
              place,
              `${operation.title} has pages and no policy "updatenextlink" rewrites its ${shown(name)}; expected one that names it.`,
            ),
          ]
    })
  },
)

export const nextLinkPolicies = rule(
  'NextLinkPolicyForOperationWithoutPages',
  'The policy for next pages names operations with pages alone.',
  (facts) =>
    each(
      policiesOf(facts).filter(({ template }) => template === 'updatenextlink'),
      ({ operations = [] }) => {
        const paged = pageable(facts).map(({ operation }) => operation.id)
        const others = operations.filter((id) => facts.operation(id) && !paged.includes(id))
        return others.length > 0
          ? `The policy names ${others.map(shown).join(', ')}, which have no pages; expected "x-ms-pageable" there.`
          : undefined
      },
    ),
)
