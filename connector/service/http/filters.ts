import { filter } from '../../dataverse/index.js'
import type { Filter, FilterName, FilterValue } from '../../dataverse/index.js'
import type { Table } from '../../../solution/model/index.js'

/** Conditions on the columns for which a value was asked; a list asks for any of its values. */
export function asked<T extends Table>(
  table: T,
  values: { readonly [Name in FilterName<T>]?: FilterValue<T, Name> | undefined },
): readonly Filter<T>[] {
  const where = filter(table)
  const conditions: Filter<T>[] = []
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue
    conditions.push(where.eq(name, value as FilterValue<T, FilterName<T>>))
  }
  return conditions
}
