import { ledgerStatus } from '../../../solution/tables/integration-ledger.js'
import type { Entry } from '../../shared/ledger/entry.js'
import type { Filters } from '../model/filters.js'
import { ledgerTable } from '../../shared/ledger/ledger-table.js'

type FilterExpression = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression
type Condition = ComponentFramework.PropertyHelper.DataSetApi.ConditionExpression
type Operator = ComponentFramework.PropertyHelper.DataSetApi.Types.ConditionOperator

const equal: Operator = 0
const like: Operator = 6
const and = 0
const or = 1

/** The record whose entries are shown. */
export interface Target {
  readonly table: string
  readonly id: string
}

/** Columns that the search looks in. */
const searched = [
  ledgerTable.value,
  ledgerTable.previousValue,
  ledgerTable.reason,
  ledgerTable.notes,
]

/**
 * The data set's filter: one record's entries (undefined: those of any record), what the steward
 * looks for, and what the page had filtered by before.
 */
export function filterExpression(
  target: Target | undefined,
  { aspect, source, status, text }: Filters,
  before: FilterExpression | undefined,
): FilterExpression {
  const conditions = [
    ...(target ? [is(ledgerTable.targetTable, target.table)] : []),
    ...(target ? [is(ledgerTable.targetId, target.id)] : []),
    ...(aspect === null ? [] : [is(ledgerTable.aspectKey, aspect)]),
    ...(source === null ? [] : [is(ledgerTable.source, source)]),
    ...(status === null ? [] : [is(ledgerTable.status, String(ledgerStatus[status].value))]),
  ]
  const wanted = text.trim()
  const filters: FilterExpression[] = [
    ...(wanted === ''
      ? []
      : [{ filterOperator: or, conditions: searchConditions(wanted) } as const]),
    ...(before && hasConditions(before) ? [before] : []),
  ]
  return { filterOperator: and, conditions, ...(filters.length > 0 ? { filters } : {}) }
}

function is(attributeName: string, value: string): Condition {
  return { attributeName, conditionOperator: equal, value }
}

function searchConditions(text: string): Condition[] {
  const value = `%${text.replace(/[[%_]/g, (special) => `[${special}]`)}%`
  return searched.map((attributeName) => ({ attributeName, conditionOperator: like, value }))
}

/** The platform hands out null, or an empty expression, where nothing is filtered. */
function hasConditions({ conditions, filters }: Partial<FilterExpression>): boolean {
  return (conditions?.length ?? 0) + (filters?.length ?? 0) > 0
}

/** Whether the entry is one that the filter asks for; case does not count, as on the server. */
export function isWanted(
  entry: Entry,
  target: Target | undefined,
  { aspect, source, status }: Filters,
): boolean {
  return (
    (!target ||
      (sameText(entry.targetTable, target.table) && sameText(entry.targetId, target.id))) &&
    (aspect === null || sameText(entry.aspectKey, aspect)) &&
    (source === null || sameText(entry.source, source)) &&
    (status === null || entry.status === status)
  )
}

const sameText = (one: string, other: string) =>
  one === other || one.localeCompare(other, undefined, { sensitivity: 'accent' }) === 0
