import { bracedId, standardRole, withStandard } from '../../model/solution/index.js'
import type { Role } from '../../model/solution/index.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { textElements } from '../elements.js'

/** `Role` */
export function emitRole(role: Role): XmlElement {
  const { isinherited, ...settings } = withStandard(standardRole, role.settings)
  return element('Role', { id: bracedId(role.id), name: role.name, isinherited }, [
    ...textElements(settings),
    role.description === undefined ? undefined : textElement('Description', role.description),
    element(
      'RolePrivileges',
      {},
      role.privileges.map(({ name, level }) => element('RolePrivilege', { name, level })),
    ),
  ])
}
