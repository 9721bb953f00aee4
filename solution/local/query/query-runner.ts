import type { HostedSchema } from '../schema/index.js'
import type { Store } from '../store/index.js'
import { refuseQuery } from './refuse.js'
import { boundValues } from './sql/statement-builder.js'
import type { BindContext, CompiledStatement, SqlValue } from './sql/statement-builder.js'

type Statement = ReturnType<Store['prepare']>

const mostPlans = 1_000

/**
 * Compiles queries once and keeps their prepared statements. Queries that differ only in literals
 * share a plan, so a client's recurring reads cost no parsing and no compiling.
 */
export class QueryRunner {
  private readonly plans = new Map<string, unknown>()
  private readonly statements = new WeakMap<CompiledStatement, Statement>()

  constructor(
    readonly schema: HostedSchema,
    private readonly database: Store,
  ) {}

  /** The plan of this key, made by `compile` the first time; the oldest go when there are many. */
  plan<Plan>(key: string, compile: () => Plan): Plan {
    const known = this.plans.get(key)
    if (known !== undefined) return known as Plan
    const plan = compile()
    if (this.plans.size >= mostPlans) {
      const [oldest] = this.plans.keys()
      if (oldest !== undefined) this.plans.delete(oldest)
    }
    this.plans.set(key, plan)
    return plan
  }

  /** All rows, as arrays of column values. */
  rows(statement: CompiledStatement, context: BindContext): readonly (readonly SqlValue[])[] {
    const values = boundValues(statement, context)
    return withinLimits(
      () => this.prepared(statement).all(values) as readonly (readonly SqlValue[])[],
    )
  }

  /** The first row, or undefined. */
  row(statement: CompiledStatement, context: BindContext): readonly SqlValue[] | undefined {
    const values = boundValues(statement, context)
    return withinLimits(
      () => this.prepared(statement).get(values) as readonly SqlValue[] | undefined,
    )
  }

  private prepared(statement: CompiledStatement): Statement {
    const known = this.statements.get(statement)
    if (known) return known
    const prepared = this.database.prepare(statement.text).raw(true)
    this.statements.set(statement, prepared)
    return prepared
  }
}

const limitMessages = /stack overflow|too (?:many|large|deep|big|complex)/i

/** A query that goes beyond SQLite's own limits on size and nesting is refused (400). */
function withinLimits<Result>(run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    if (error instanceof Error && limitMessages.test(error.message)) {
      return refuseQuery(`The query, or what it asks for, is too large: ${error.message}.`)
    }
    throw error
  }
}
