import type { Table } from '../../table.js'
import { componentId } from '../id.js'
import type { Privilege, PrivilegeVerb, Role } from '../security.js'
import { keyOf } from './key.js'

/** Verbs by one letter each, in the order of the platform's role editor. */
const verbs = {
  C: 'Create',
  R: 'Read',
  W: 'Write',
  D: 'Delete',
  A: 'Append',
  T: 'AppendTo',
  S: 'Assign',
  H: 'Share',
} as const satisfies Readonly<Record<string, PrivilegeVerb>>

export interface Grant {
  readonly table: Table
  /** Letters: Create, Read, Write, Delete, Append, append To, aSsign, sHare. Empty: nothing. */
  readonly verbs: string
}

interface RoleOptions {
  readonly description: string
  readonly grants: readonly Grant[]
  /** Privileges of the platform that are not on a table of ours. */
  readonly platform?: readonly string[]
}

/** A role that may do on all rows of a table what its grants say. Its id comes from the name. */
export function role(name: string, { description, grants, platform = [] }: RoleOptions): Role {
  const names = [...grants.flatMap(privilegeNames), ...platform]
  return {
    id: componentId('role', keyOf(name)),
    name,
    description,
    privileges: names.map((privilege): Privilege => ({ name: privilege, level: 'Global' })),
  }
}

function privilegeNames({ table, verbs: letters }: Grant): readonly string[] {
  return Array.from(letters).map((letter) => {
    if (letter in verbs) return `prv${verbs[letter as keyof typeof verbs]}${table.schemaName}`
    throw new Error(
      `Privilege ${letter} on table ${table.schemaName} is none of ${Object.keys(verbs).join(', ')}.`,
    )
  })
}
