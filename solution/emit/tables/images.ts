import type { Table } from '../../model/table.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'

/**
 * What the root of customizations.xml says of image columns: `EntityImageConfigs` (the one that
 * lists show for a row) and `AttributeImageConfigs`. Empty where no table has an image of its own.
 */
export function emitImageConfigs(tables: readonly Table[]): readonly XmlElement[] {
  const images = tables.flatMap((table) =>
    Object.values(table.columns).flatMap(({ kind, logicalName, image }) =>
      kind === 'image' && image ? [{ table: table.logicalName, column: logicalName, image }] : [],
    ),
  )
  if (images.length === 0) return []
  const primary = images.filter(({ image }) => image.primary)
  return [
    element(
      'EntityImageConfigs',
      {},
      primary.map(({ table, column }) =>
        element('EntityImageConfig', {}, [
          textElement('parententitylogicalname', table),
          textElement('primaryimageattribute', column),
        ]),
      ),
    ),
    element(
      'AttributeImageConfigs',
      {},
      images.map(({ table, column, image }) =>
        element('AttributeImageConfig', {}, [
          textElement('attributelogicalname', column),
          textElement('parententitylogicalname', table),
          textElement('canstorefullimage', image.fullSize),
        ]),
      ),
    ),
  ]
}
