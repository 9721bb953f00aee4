import { callFunction, textOf } from './functions.js'
import type { Expression } from './parse.js'
import { parseTemplate } from './template.js'

/** What expressions of a run see: functions that depend on where they stand. */
export type Scope = Readonly<Record<string, (...args: readonly string[]) => unknown>>

/** A value of a definition with its expressions worked out. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (typeof value === 'string') return resolveText(value, scope)
  if (Array.isArray(value)) return value.map((entry) => resolve(entry, scope))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [
      textOf(resolveText(name, scope)),
      resolve(entry, scope),
    ]),
  )
}

function resolveText(source: string, scope: Scope): unknown {
  const template = parseTemplate(source)
  if (template.kind === 'expression') return evaluate(template.expression, scope)
  return template.parts
    .map((part) => (typeof part === 'string' ? part : textOf(evaluate(part, scope))))
    .join('')
}

/** @throws Error for a function that is not there, or arguments that it does not take. */
export function evaluate(expression: Expression, scope: Scope): unknown {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'member':
      return memberOf(evaluate(expression.of, scope), evaluate(expression.key, scope))
    case 'call':
      return call(expression.name, expression.args, scope)
  }
}

function call(name: string, args: readonly Expression[], scope: Scope): unknown {
  if (name === 'if') {
    const [condition, then, otherwise] = args
    const chosen = condition && evaluate(condition, scope) === true ? then : otherwise
    return chosen ? evaluate(chosen, scope) : null
  }
  const values = args.map((arg) => evaluate(arg, scope))
  const own = scope[name]
  if (own) return own(...values.map(textOf))
  return callFunction(name, values)
}

/** A path such as `body/value` is taken as written first, and then step by step. */
function memberOf(of: unknown, key: unknown): unknown {
  if (typeof of !== 'object' || of === null) return null
  const row = of as Readonly<Record<string, unknown>>
  const name = textOf(key)
  if (name in row || !name.includes('/')) return row[name] ?? null
  return name.split('/').reduce<unknown>((value, step) => memberOf(value, step), of)
}
