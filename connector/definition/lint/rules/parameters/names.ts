import { shown } from '../../facts/json.js'
import { advice, each, rule } from '../../rule.js'

export const connectionId = rule(
  'ConnectionIdParameterNotAllowed',
  'No parameter is named connectionId.',
  ({ parameters }) =>
    each(parameters, ({ name }) =>
      name.toLowerCase() === 'connectionid'
        ? `A parameter is named ${shown(name)}, which is the platform's own; expected another name.`
        : undefined,
    ),
)

const reservedHeaders = ['accept', 'authorization', 'content-type']

export const reservedName = advice(
  'ReservedParameterIsUsed',
  'No header that the platform sets itself is a parameter.',
  ({ parameters }) =>
    each(parameters, ({ name, in: where }) =>
      where === 'header' && reservedHeaders.includes(name.toLowerCase())
        ? `The header ${shown(name)} is set by the platform; expected no such parameter.`
        : undefined,
    ),
)

export const formNames = rule(
  'InvalidFormDataParameterName',
  'Names of form parameters are of ASCII characters.',
  ({ parameters }) =>
    each(parameters, ({ name, in: where }) =>
      where === 'formData' && !/^[\x20-\x7e]*$/.test(name)
        ? `The form parameter ${shown(name)} has characters beyond US-ASCII; expected none.`
        : undefined,
    ),
)
