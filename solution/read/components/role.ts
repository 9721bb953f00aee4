import { bareId, deviations, standardRole, withStandard } from '../../model/solution/index.js'
import type { Privilege, PrivilegeLevel, Role } from '../../model/solution/index.js'
import { childOf, childrenOf, textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { SolutionFormatError } from '../error.js'
import { given, requiredAttribute, settingElements } from '../parts.js'

const levels: readonly string[] = ['Basic', 'Local', 'Deep', 'Global'] satisfies PrivilegeLevel[]
const known = new Set(['Description', 'RolePrivileges'])

/** @throws SolutionFormatError for a role without id or name, and for a level that is none. */
export function readRole(role: XmlElement, source: string): Role {
  const { isinherited } = role.attributes
  const elements = settingElements(role, { standard: standardRole, known })
  return {
    id: bareId(requiredAttribute(role, 'id', source)),
    name: requiredAttribute(role, 'name', source),
    ...given({
      description: textAt(role, 'Description'),
      settings: deviations(standardRole, {
        ...withStandard(standardRole, elements),
        ...given({ isinherited }),
      }),
    }),
    privileges: childrenOf(childOf(role, 'RolePrivileges'), 'RolePrivilege').map((each) =>
      readPrivilege(each, source),
    ),
  }
}

function readPrivilege(privilege: XmlElement, source: string): Privilege {
  const name = requiredAttribute(privilege, 'name', source)
  const level = requiredAttribute(privilege, 'level', source)
  if (isLevel(level)) return { name, level }
  const message = `the privilege ${name} has level '${level}', expected ${levels.join(', ')}.`
  throw new SolutionFormatError(source, message, privilege.line)
}

const isLevel = (text: string): text is PrivilegeLevel => levels.includes(text)
