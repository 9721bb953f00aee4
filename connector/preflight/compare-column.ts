import type { Column, Table } from '../../solution/model/index.js'
import type { ColumnDefinition } from '../dataverse/index.js'
import { compareOptions } from './compare-choice.js'
import type { EnvironmentTable } from './environment.js'
import { conflict } from './finding.js'
import type { Finding } from './finding.js'

/** A column that is there. */
export function compareColumn(
  table: Table,
  column: Column,
  found: ColumnDefinition,
  there: EnvironmentTable,
): readonly Finding[] {
  const place = `${table.logicalName}.${column.logicalName}`
  if (found.kind !== column.kind) {
    const advice = 'A type cannot be changed: remove that column, or use another environment.'
    return [conflict(place, described(found.kind), described(column.kind), advice)]
  }
  return [
    ...compareLength(place, column, found),
    ...compareTargets(place, column, found),
    ...compareChoiceOf(place, column, found, there.choiceNames.get(column.logicalName)),
  ]
}

const descriptions: Partial<Record<ColumnDefinition['kind'], string>> = {
  text: 'single-line text',
  memo: 'multi-line text',
  yesNo: 'yes/no',
  choices: 'choices (multi-select)',
  dateTime: 'date and time',
  bigInteger: 'big integer',
  uniqueIdentifier: 'unique identifier',
  unsupported: 'of a type that only the platform makes',
}

function described(kind: ColumnDefinition['kind']): string {
  return descriptions[kind] ?? kind
}

function compareLength(place: string, column: Column, found: ColumnDefinition): readonly Finding[] {
  const { maxLength: brought } = column
  const { maxLength: there } = found
  if (brought === undefined || there === undefined || brought === there) return []
  const advice =
    there > brought
      ? 'The import would shorten it, and texts that are longer would be refused: ' +
        `shorten the column to ${brought} once no text is longer.`
      : `Longer texts would be refused where the column stays as it is: lengthen it to ${brought}.`
  return [conflict(place, `${there} characters`, `${brought} characters`, advice)]
}

function compareTargets(
  place: string,
  column: Column,
  found: ColumnDefinition,
): readonly Finding[] {
  const targets = column.targets ?? []
  const there = (found.targets ?? []).map(({ table }) => table)
  const missing = targets.filter((target) => !there.includes(target))
  if (column.kind !== 'lookup' || missing.length === 0) return []
  const advice = 'A lookup keeps its tables: remove that column, or use another environment.'
  const listed = there.length > 0 ? there.join(', ') : 'no table'
  return [conflict(place, `a lookup to ${listed}`, `a lookup to ${targets.join(', ')}`, advice)]
}

function compareChoiceOf(
  place: string,
  column: Column,
  found: ColumnDefinition,
  choiceName: string | undefined,
): readonly Finding[] {
  if (column.options === undefined) return []
  const ours = column.globalChoice?.name
  if (ours !== choiceName) {
    const named = (name: string | undefined) =>
      name === undefined ? 'a choice of its own' : `the global choice ${name}`
    const advice = 'A column keeps its choice: remove that column, or use another environment.'
    return [conflict(place, named(choiceName), named(ours), advice)]
  }
  // A global choice is compared once, not for each column.
  return ours === undefined ? compareOptions(place, column.options, found.options ?? []) : []
}
