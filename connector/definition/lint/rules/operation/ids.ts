import { grouped, shown } from '../../facts/json.js'
import { limits } from '../../limits.js'
import { each, rule } from '../../rule.js'

export const idGiven = rule(
  'OperationIdRequired',
  'Each operation has an operationId.',
  ({ operations }) =>
    each(operations, ({ id, title }) =>
      id === '' ? `${title} has no operationId; expected one like ListItems.` : undefined,
    ),
)

export const idUnique = rule(
  'OperationIdNotUnique',
  'Each operationId is used once.',
  ({ operations }) => {
    const groups = grouped(operations, ({ id }) => id.toLowerCase())
    return each(operations, (operation) => {
      const first = groups.get(operation.id.toLowerCase())?.[0]
      return operation.id === '' || !first || first === operation
        ? undefined
        : `The operationId ${shown(operation.id)} is that of ${first.method} ${first.path}, too; expected one of its own.`
    })
  },
)

export const idSanitized = rule(
  'OperationIdSanitized',
  'Each operationId is made of letters and digits; a revision may end it.',
  ({ operations }) =>
    each(operations, ({ id }) => {
      const sanitized = withoutRevision(id).replaceAll(/[^A-Za-z0-9]/g, '')
      return sanitized === withoutRevision(id)
        ? undefined
        : `The operationId is ${shown(id)}; expected ${shown(sanitized)}.`
    }),
)

export const idPascalCase = rule(
  'OperationIdMustBeInPascalCase',
  'Each operationId starts with a capital letter and has small ones.',
  ({ operations }) =>
    each(operations, ({ id }) =>
      id === '' || (/^[A-Z]/.test(id) && (/[a-z]/.test(id) || id.length < 3))
        ? undefined
        : `The operationId is ${shown(id)}; expected PascalCase, for example ListItems.`,
    ),
)

export const idLength = rule('OperationIdTooLong', 'Each operationId is short.', ({ operations }) =>
  each(operations, ({ id }) =>
    id.length > limits.operationIdLength
      ? `The operationId ${shown(id)} has ${id.length} characters; expected at most ${limits.operationIdLength}.`
      : undefined,
  ),
)

function withoutRevision(id: string): string {
  return id.replace(/_V\d+$/, '')
}
