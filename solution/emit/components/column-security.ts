import { bracedId } from '../../model/solution/index.js'
import type { ColumnSecurityProfile } from '../../model/solution/index.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { textElements } from '../elements.js'

const allowed = 4

/** `FieldSecurityProfile` */
export function emitColumnSecurity(profile: ColumnSecurityProfile): XmlElement {
  const { id, name, description, permissions } = profile
  const attributes = { name, description, fieldsecurityprofileid: bracedId(id) }
  return element('FieldSecurityProfile', attributes, [
    element(
      'FieldPermissions',
      {},
      permissions.map(({ table, column, read, update, create, settings = {} }) =>
        element('FieldPermission', {}, [
          textElement('EntityName', table),
          textElement('AttributeName', column),
          textElement('CanRead', read ? allowed : 0),
          textElement('CanUpdate', update ? allowed : 0),
          textElement('CanCreate', create ? allowed : 0),
          ...textElements(settings),
        ]),
      ),
    ),
  ])
}
