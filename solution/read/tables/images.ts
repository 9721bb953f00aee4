import type { Column } from '../../model/column.js'
import { columnStandard } from '../../model/solution/column-settings.js'
import { deviationsFrom, textsOf } from '../../model/solution/standard.js'
import type { Table } from '../../model/table.js'
import { textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'

/** The column with what the package says of its picture, where it is an image. */
export function withImages(column: Column, table: Table, configs: readonly XmlElement[]): Column {
  if (column.kind !== 'image') return column
  const config = configs.find(
    (one) =>
      textAt(one, 'parententitylogicalname') === table.logicalName &&
      textAt(one, 'attributelogicalname') === column.logicalName,
  )
  const texts = textsOf(columnStandard(column, table), column)
  const primary = (texts.get('DisplayMask') ?? '').split('|').includes('PrimaryImage')
  if (!config && !primary) return column
  const image = { primary, fullSize: textAt(config, 'canstorefullimage') === '1' }
  const { settings: _, without: __, ...bare } = { ...column, image }
  return { ...bare, ...deviationsFrom(columnStandard(bare, table), texts) }
}
