/** An expression of the workflow definition language, without its `@`. */
export interface Expression {
  readonly expression: string
}

export type Argument = Expression | string | number | boolean

/** A call of a function of the language: `concat('a', ...)`. */
export function call(name: string, ...args: readonly Argument[]): Expression {
  return { expression: `${name}(${args.map(written).join(', ')})` }
}

/** A property of what an expression gives, null where it is not there. */
export function member(of: Expression, ...path: readonly string[]): Expression {
  return { expression: of.expression + path.map((key) => `?[${written(key)}]`).join('') }
}

/** What an action answered, or a property of it. */
export const body = (action: string, ...path: readonly string[]): Expression =>
  member(call('body', action), ...path)

/** What the trigger gave, or a property of it. */
export const triggerBody = (...path: readonly string[]): Expression =>
  member(call('triggerBody'), ...path)

/** The entry that a Select or a table is at. */
export const item = (...path: readonly string[]): Expression => member(call('item'), ...path)

/** Alone in a definition: the value keeps its type. */
export const value = ({ expression }: Expression): string => `@${expression}`

/** A text with expressions in it. */
export function text(parts: TemplateStringsArray, ...expressions: readonly Expression[]): string {
  return parts
    .map((part, at) => {
      const expression = expressions[at]
      return expression ? `${part}@{${expression.expression}}` : part
    })
    .join('')
}

function written(argument: Argument): string {
  if (typeof argument === 'string') return `'${argument.replaceAll("'", "''")}'`
  return typeof argument === 'object' ? argument.expression : String(argument)
}
