import type { Literal } from '../literal.js'

/** What SQLite takes. Never a boolean: the driver ends the process on one. */
export type SqlValue = string | number | null

/** What a compiled statement needs from a request, besides its text. */
export interface BindContext {
  readonly literals: readonly Literal[]
  readonly now: Date
  /** The caller's systemuserid. */
  readonly callerId: string
  /** Values that the request does not carry as literals: an id, a page size, a cookie's keys. */
  readonly given: Readonly<Record<string, SqlValue>>
}

/** Makes the value of one parameter from a request; may refuse a literal (400). */
export type Binder = (context: BindContext) => SqlValue

/** Gathers the parameters of one statement while its text is put together in any order. */
export class StatementBuilder {
  private readonly binders: Binder[] = []
  private aliases = 0

  /** Adds a parameter and returns its placeholder. */
  bind(binder: Binder): string {
    this.binders.push(binder)
    return `?${this.binders.length}`
  }

  /** A parameter that the reader gives by name. */
  bindGiven(name: string): string {
    return this.bind(({ given }) => given[name] ?? null)
  }

  newAlias(): string {
    this.aliases += 1
    return `t${this.aliases}`
  }

  finish(text: string): CompiledStatement {
    return { text, binders: this.binders }
  }
}

export interface CompiledStatement {
  readonly text: string
  readonly binders: readonly Binder[]
}

export function boundValues(
  statement: CompiledStatement,
  context: BindContext,
): readonly SqlValue[] {
  return statement.binders.map((binder) => binder(context))
}
