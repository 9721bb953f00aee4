import { shown } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import { operationNames, policiesOf } from '../../facts/policies.js'
import { each, problem, rule } from '../../rule.js'

const templates = [
  'convertarraytoobject',
  'convertobjecttoarray',
  'dynamichosturl',
  'encodepropertyvalue',
  'pollingtrigger',
  'routerequesttoendpoint',
  'setheader',
  'setproperty',
  'setqueryparameter',
  'setvaluefromurl',
  'stringreplace',
  'stringtoarray',
  'updatenextlink',
]

/** What makes sense for a whole connector. The others, without names, change every operation. */
const forAll = ['dynamichosturl', 'setheader', 'setqueryparameter']

export const policyTemplates = rule(
  'PolicyTemplateNotKnown',
  'Each policy is of a template that there is.',
  (facts) =>
    each(policiesOf(facts), ({ template }) =>
      templates.includes(template)
        ? undefined
        : `The policy is of the template ${shown(template)}; expected one of ${templates.join(', ')}.`,
    ),
)

export const policyOperations = rule(
  'PolicyOperationNotFound',
  'Each operation that a policy is for is there.',
  (facts) =>
    policiesOf(facts).flatMap(({ place, template, operations = [] }) =>
      operations
        .filter((id) => !facts.operation(id))
        .map((id) =>
          problem(
            at(place, 'parameters', operationNames),
            `The policy ${template} names ${shown(id)}; expected the operationId of an operation.`,
          ),
        ),
    ),
)

export const policyOperationsGiven = rule(
  'PolicyOperationsMissing',
  'A policy for some operations names them: one without names is for all.',
  (facts) =>
    each(policiesOf(facts), ({ template, operations }) =>
      (operations === undefined || operations.length === 0) &&
      templates.includes(template) &&
      !forAll.includes(template)
        ? `The policy ${template} names no operations and so is for all; expected ${shown(operationNames)}.`
        : undefined,
    ),
)
