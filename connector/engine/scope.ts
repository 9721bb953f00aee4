import type { ledgerAspect } from '../../solution/app/choices.js'
import { indexOf, rankOf } from './configuration-index.js'
import type { ConfigurationIndex, PolicyMatch } from './configuration-index.js'
import type { CommitPolicy, DecisionContext } from './contract.js'
import type { TargetColumn, TargetTable } from './target-table.js'

/** The aspect key of a whole record. */
export const wholeRecord = '*'

/** What holds for every item of a job that touches one aspect of one table. */
export interface AspectPlan {
  readonly aspectKey: string
  readonly aspect: keyof typeof ledgerAspect
  /** `Job Title of Contact`, as messages name it. */
  readonly label: string
  readonly match: PolicyMatch
  /** The job's source in the policy's list; -1 without authority. */
  readonly rank: number
  /** The code list of the column's own policy. */
  readonly codeList: string | null
}

export interface FieldPlan extends AspectPlan {
  readonly column: TargetColumn
  /** Whether a policy names exactly this table and column. */
  readonly hasOwnPolicy: boolean
}

/** One target table as the job's items meet it. */
export class TableScope {
  readonly record: AspectPlan
  private readonly fields = new Map<string, FieldPlan | undefined>()

  constructor(
    readonly table: TargetTable,
    private readonly source: string,
    private readonly index: ConfigurationIndex,
  ) {
    const match = index.tablePolicy(table.logicalName)
    this.record = {
      aspectKey: wholeRecord,
      aspect: 'record',
      label: table.label,
      match,
      rank: match.kind === 'one' ? rankOf(match.policy, source) : -1,
      codeList: null,
    }
  }

  /** The policy under which the job's source may create records; undefined when it may not. */
  get creates(): CommitPolicy | undefined {
    const { match, rank } = this.record
    return match.kind === 'one' && match.policy.createMissingRecords && rank >= 0
      ? match.policy
      : undefined
  }

  /** The plan of a column by its logical name in any case; undefined when the table has none. */
  field(name: string): FieldPlan | undefined {
    if (this.fields.has(name)) return this.fields.get(name)
    const column = columnOf(this.table, name)
    const plan = column && this.planOf(column)
    this.fields.set(name, plan)
    return plan
  }

  private planOf(column: TargetColumn): FieldPlan {
    const { table, index, source } = this
    const match = index.fieldPolicy(table.logicalName, column.logicalName)
    const namesColumn = match.kind === 'one' && match.policy.fieldName !== null
    return {
      column,
      aspectKey: column.logicalName,
      aspect: column.kind === 'lookup' ? 'relationship' : 'field',
      label: `${column.label} of ${table.label}`,
      match,
      rank: match.kind === 'one' ? rankOf(match.policy, source) : -1,
      codeList: namesColumn ? match.policy.codeList : null,
      hasOwnPolicy: index.hasFieldPolicy(table.logicalName, column.logicalName),
    }
  }
}

/** Everything the decisions of one chunk share. Times in whole seconds, as Dataverse keeps them. */
export class ChunkScope {
  readonly index: ConfigurationIndex
  readonly source: string
  /** The decision clock in milliseconds, cut to whole seconds. */
  readonly now: number
  private readonly tables = new Map<string, TableScope>()

  constructor(readonly context: DecisionContext) {
    this.index = indexOf(context.configuration)
    this.source = context.job.sourceSystemKey
    this.now = wholeSeconds(context.now)
  }

  /** Undefined for a table that the environment does not have or the job may not name. */
  table(name: string): TableScope | undefined {
    const known = this.tables.get(name)
    if (known) return known
    const table = this.context.tables.get(name) ?? this.context.tables.get(name.toLowerCase())
    const scope = table && new TableScope(table, this.source, this.index)
    if (scope) this.tables.set(name, scope)
    return scope
  }
}

export function columnOf(table: TargetTable, name: string): TargetColumn | undefined {
  return table.columns.get(name) ?? table.columns.get(name.trim().toLowerCase())
}

export function wholeSeconds(time: number): number {
  return Math.floor(time / 1000) * 1000
}

/** How far ahead of the decision clock a source's clock may be. */
export const clockTolerance = 5 * 60_000

export const dayLength = 24 * 60 * 60_000
