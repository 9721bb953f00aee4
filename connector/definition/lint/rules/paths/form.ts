import { shown } from '../../facts/json.js'
import { each, rule } from '../../rule.js'

export const pathStart = rule(
  'OperationPathMustStartWithSlash',
  'Paths start with a slash.',
  ({ items }) =>
    each(items, ({ path }) =>
      path.startsWith('/')
        ? undefined
        : `The path ${shown(path)} starts without "/"; expected one in front.`,
    ),
)

export const pathQuery = rule(
  'OperationPathMayNotContainQueryOrFragment',
  'Paths have no query and no fragment.',
  ({ items }) =>
    each(items, ({ path }) =>
      /[?#]/.test(path) ? `The path ${shown(path)} has "?" or "#"; expected neither.` : undefined,
    ),
)

export const pathWildcard = rule(
  'OperationPathContainsUnsupportedCharacters',
  'Paths have no wildcard.',
  ({ items }) =>
    each(items, ({ path }) =>
      path.includes('*') ? `The path ${shown(path)} has "*"; expected none.` : undefined,
    ),
)

export const pathTemplate = rule(
  'OperationPathTemplateNotValid',
  'Each variable of a path stands in braces within one segment.',
  ({ items }) =>
    each(items, ({ path }) => {
      const wrong = path
        .split('/')
        .filter((segment) => /[{}]/.test(segment.replaceAll(/\{[^{}]+\}/g, '')))
      return wrong.length > 0
        ? `The path ${shown(path)} has braces without a partner in ${wrong.map(shown).join(', ')}; expected each variable in braces.`
        : undefined
    }),
)

export const pathDefaults = rule(
  'OperationPathVariablesContainDefaults',
  'Variables of a path have no defaults.',
  ({ items }) =>
    each(items, ({ path }) =>
      /\{[^}]*=[^}]*\}/.test(path)
        ? `The path ${shown(path)} gives a variable a default; expected its name alone.`
        : undefined,
    ),
)

export const pathReference = rule(
  'PathItemRefNotSupported',
  'No path is a reference.',
  ({ items }) =>
    each(items, ({ node, path }) =>
      '$ref' in node
        ? `The path ${shown(path)} is the reference ${shown(node['$ref'])}; expected operations.`
        : undefined,
    ),
)
