import type { DataSetSource } from '../../../../../controls/host/types.js'
import type { ControlBinding } from '../../../../model/solution/control-binding.js'
import type { TablePart, ViewPart } from '../../shape.js'

/** Input properties by name. */
export function inputsOf({ inputs = {} }: ControlBinding): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(inputs).map(([name, { value }]) => [name, value]))
}

/** The rows of a view as the data set of the bound control. */
export function dataSetsOf(
  { dataSet }: ControlBinding,
  { logicalName }: TablePart,
  view: ViewPart,
  rows: Pick<DataSetSource, 'pageSize' | 'related'>,
): Readonly<Record<string, DataSetSource>> {
  if (!dataSet) return {}
  const { id, name, fetchXml, columns } = view
  return {
    [dataSet.name]: {
      table: logicalName,
      viewId: id,
      viewName: name,
      fetchXml,
      columns: columns.map((column) => ({ name: column.name, width: column.width })),
      ...rows,
    },
  }
}
