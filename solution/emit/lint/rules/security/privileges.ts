import { childOf, childrenOf } from '../../../../model/xml.js'
import type { Facts } from '../../facts/facts.js'
import { within } from '../../facts/place.js'
import type { Place } from '../../facts/place.js'
import type { Rule } from '../../rule.js'

/** `AppendTo` before `Append`: the first that fits is taken. */
const verbs = [
  'Create',
  'Read',
  'Write',
  'Delete',
  'AppendTo',
  'Append',
  'Assign',
  'Share',
] as const

const levels = ['Basic', 'Local', 'Deep', 'Global']

interface Privilege {
  readonly name: string
  readonly level: string
  /** Of a table's privilege. */
  readonly verb: string | undefined
  /** What follows the verb. */
  readonly table: string
  readonly at: Place
}

function* privileges(facts: Facts): Generator<Privilege> {
  for (const { node, place } of facts.ofType('20')) {
    for (const privilege of childrenOf(childOf(node, 'RolePrivileges'), 'RolePrivilege')) {
      const { name = '', level = '' } = privilege.attributes
      const verb = verbs.find((each) => name.startsWith(`prv${each}`))
      const table = verb === undefined ? '' : name.slice(3 + verb.length)
      yield { name, level, verb, table, at: within(place, `RolePrivilege ${name}`, privilege) }
    }
  }
}

/** Privileges of the platform that belong to no table are left alone. */
export const privilegeNames: Rule = {
  id: 'R1',
  level: 'error',
  sentence:
    'A privilege is named "prv", a verb and the schema name of a table, in its exact letter case.',
  *check(facts) {
    const prefix = `${facts.manifest.prefix}_`.toLowerCase()
    for (const { name, verb, table, at } of privileges(facts)) {
      const right = facts.schemaNameOf(table)
      const isOwn = prefix !== '_' && name.toLowerCase().includes(prefix)
      if (!name.startsWith('prv')) {
        yield {
          at,
          message: `The privilege is named "${name}"; expected a name that starts with "prv".`,
        }
      } else if (isOwn && verb === undefined) {
        yield {
          at,
          message: `The privilege "${name}" has no verb that the platform knows; expected prv and one of ${verbs.join(', ')}.`,
        }
      } else if (isOwn && !facts.knowsTable(table)) {
        yield {
          at,
          message: `The privilege is for the table "${table}", which is neither in the package nor a listed missing dependency.`,
        }
      } else if (facts.table(table) && right !== undefined && right !== table) {
        yield {
          at,
          message: `The privilege names the table "${table}"; expected its schema name, "${right}".`,
        }
      }
    }
  },
}

export const privilegeLevels: Rule = {
  id: 'R2',
  level: 'error',
  sentence: `The level of a privilege is ${levels.join(', ')}.`,
  *check(facts) {
    for (const { level, at } of privileges(facts)) {
      if (levels.includes(level)) continue
      yield { at, message: `The level is "${level}"; expected one of ${levels.join(', ')}.` }
    }
  },
}

export const organizationTables: Rule = {
  id: 'R3',
  level: 'error',
  sentence:
    'Privileges for tables of the organization have the level Global and are neither Assign nor Share.',
  *check(facts) {
    for (const { verb, table, level, at } of privileges(facts)) {
      if (verb === undefined || facts.table(table)?.ownership !== 'OrgOwned') continue
      if (verb === 'Assign' || verb === 'Share') {
        yield {
          at,
          message: `The table "${table}" belongs to the organization: there is no privilege ${verb} for it.`,
        }
      } else if (levels.includes(level) && level !== 'Global') {
        yield {
          at,
          message: `The level is "${level}"; expected Global, as the table "${table}" belongs to the organization.`,
        }
      }
    }
  },
}
