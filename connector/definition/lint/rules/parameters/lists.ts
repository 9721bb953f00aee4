import type { Facts } from '../../facts/facts.js'
import { duplicates, shown } from '../../facts/json.js'
import type { Operation, PathItem } from '../../facts/operations.js'
import type { Parameter } from '../../facts/parameters.js'
import { parametersOf } from '../../facts/parameters.js'
import { at } from '../../facts/place.js'
import { each, rule } from '../../rule.js'

export const ownDuplicates = rule(
  'OperationParametersContainDuplicateParameter',
  'An operation has each parameter once.',
  (facts) => each(ownLists(facts), ({ title, parameters }) => repeated(title, parameters)),
)

export const pathDuplicates = rule(
  'PathParametersContainDuplicateParameter',
  'The parameters of all operations of a path differ.',
  ({ items }) => each(items, ({ path, parameters }) => repeated(`The path ${path}`, parameters)),
)

export const ownBodies = rule(
  'OperationParametersContainMultipleBodyParameters',
  'An operation has at most one body.',
  (facts) => each(ownLists(facts), ({ title, parameters }) => bodies(title, parameters)),
)

export const pathBodies = rule(
  'PathParametersContainMultipleBodyParameters',
  'A path gives its operations at most one body.',
  ({ items }) => each(items, ({ path, parameters }) => bodies(`The path ${path}`, parameters)),
)

export const bodyOrForm = rule(
  'ParameterListContainsFormDataAndBody',
  'An operation takes a body or a form, not both.',
  ({ operations }) =>
    each(operations, ({ title, parameters }) => {
      const places = parameters.map((parameter) => parameter.in)
      return places.includes('body') && places.includes('formData')
        ? `${title} takes a body and a form; expected one of them.`
        : undefined
    }),
)

export const noBodyOfFetch = rule(
  'BodyOrFormDataParameterInFetchOperationNotAllowed',
  'An operation that fetches has no body.',
  ({ operations }) =>
    each(operations, ({ title, method, parameters }) => {
      const bodily = parameters.filter(({ in: where }) => where === 'body' || where === 'formData')
      return method === 'get' && bodily.length > 0
        ? `${title} is a GET and has the ${bodily.map(described).join(', ')}; expected none.`
        : undefined
    }),
)

export const nameNotAmbiguous = rule(
  'OperationParameterNameIsAmbiguous',
  'No parameter has the name of a path to a property of the body.',
  ({ operations, fieldsOf }) =>
    each(operations, (operation) => {
      const paths = fieldsOf(operation)
        .filter(({ position, path }) => position === 'input' && path.length > 1)
        .map(({ path }) => path.join('/'))
      const twins = operation.parameters.filter(({ name }) => paths.includes(name))
      return twins.length > 0
        ? `${operation.title} has the ${twins.map(described).join(', ')}, which is a property of the body, too; expected another name.`
        : undefined
    }),
)

function ownLists({ operations, resolve }: Facts) {
  return operations.map((operation: Operation) => ({
    title: operation.title,
    place: at(operation.place, 'parameters'),
    parameters: parametersOf(operation, resolve),
  }))
}

function repeated(of: string, parameters: PathItem['parameters']): string | undefined {
  const twice = duplicates(parameters.map(({ name, in: where }) => `${where} ${name}`))
  return twice.length > 0
    ? `${of} has the parameter ${twice.map(shown).join(', ')} more than once; expected it once.`
    : undefined
}

function bodies(of: string, parameters: PathItem['parameters']): string | undefined {
  const found = parameters.filter(({ in: where }) => where === 'body')
  return found.length > 1
    ? `${of} has the bodies ${found.map(({ name }) => shown(name)).join(', ')}; expected at most one.`
    : undefined
}

function described({ in: where, name }: Parameter): string {
  return `${where} parameter ${shown(name)}`
}
