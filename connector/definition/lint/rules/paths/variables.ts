import { shown } from '../../facts/json.js'
import { each, rule } from '../../rule.js'

export const variablesDeclared = rule(
  'OperationMissingPathParameter',
  'Each variable of a path is a parameter of its operations.',
  ({ operations }) =>
    each(operations, ({ title, path, parameters }) => {
      const missing = variables(path).filter(
        (name) =>
          !parameters.some((parameter) => parameter.in === 'path' && parameter.name === name),
      )
      return missing.length > 0
        ? `${title} declares no path parameter ${missing.map(shown).join(', ')} of ${shown(path)}; expected one.`
        : undefined
    }),
)

export const parametersInPath = rule(
  'PathParameterNotDefinedInTemplate',
  'Each path parameter is a variable of the path.',
  ({ operations }) =>
    operations.flatMap(({ path, parameters }) =>
      each(
        parameters.map((parameter) => ({ ...parameter, place: parameter.usedAt })),
        (parameter) =>
          parameter.in === 'path' && !variables(path).includes(parameter.name)
            ? `The path ${shown(path)} has no variable {${parameter.name}}; expected one, or no parameter.`
            : undefined,
      ),
    ),
)

export const pathParameterRequired = rule(
  'PathParameterMustBeRequired',
  'Path parameters are required.',
  ({ parameters }) =>
    each(parameters, (parameter) =>
      parameter.in === 'path' && !parameter.isRequired
        ? `The path parameter ${shown(parameter.name)} is not required; expected "required": true.`
        : undefined,
    ),
)

export const pathParameterEncoding = rule(
  'PathParameterMissingEncoding',
  'Path parameters say how they are encoded.',
  ({ parameters }) =>
    each(parameters, ({ in: where, name, node }) =>
      where === 'path' && node['x-ms-url-encoding'] === undefined
        ? `The path parameter ${shown(name)} has no "x-ms-url-encoding"; expected "single".`
        : undefined,
    ),
)

export const queryParameterEncoding = rule(
  'QueryParameterEncodingNotSupported',
  'Only path parameters say how they are encoded.',
  ({ parameters }) =>
    each(parameters, ({ in: where, name, node }) =>
      where !== 'path' && node['x-ms-url-encoding'] !== undefined
        ? `The ${where} parameter ${shown(name)} has "x-ms-url-encoding"; expected none.`
        : undefined,
    ),
)

function variables(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}=]+)[^{}]*\}/g)].map(([, name = '']) => name)
}
