import { bareId } from '../../model/solution/index.js'
import type { ColumnPermission, ColumnSecurityProfile } from '../../model/solution/index.js'
import { childOf, childrenOf, textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { given, requiredAttribute, requiredText, settingElements } from '../parts.js'

const known = new Set(['EntityName', 'AttributeName', 'CanRead', 'CanUpdate', 'CanCreate'])

/** @throws SolutionFormatError for a profile without id or name, a permission without a column. */
export function readColumnSecurity(profile: XmlElement, source: string): ColumnSecurityProfile {
  return {
    id: bareId(requiredAttribute(profile, 'fieldsecurityprofileid', source)),
    name: requiredAttribute(profile, 'name', source),
    ...given({ description: profile.attributes.description }),
    permissions: childrenOf(childOf(profile, 'FieldPermissions')).map((permission) =>
      readPermission(permission, source),
    ),
  }
}

function readPermission(permission: XmlElement, source: string): ColumnPermission {
  const isAllowed = (name: string) => !['0', '', undefined].includes(textAt(permission, name))
  return {
    table: requiredText(permission, 'EntityName', source),
    column: requiredText(permission, 'AttributeName', source),
    read: isAllowed('CanRead'),
    update: isAllowed('CanUpdate'),
    create: isAllowed('CanCreate'),
    ...given({ settings: settingElements(permission, { standard: {}, known }) }),
  }
}
