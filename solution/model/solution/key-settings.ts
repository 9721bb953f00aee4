import type { AlternateKey, Table } from '../table.js'
import { standard } from './standard.js'
import type { Standard } from './standard.js'
import { introducedVersion } from './table-settings.js'

/** Children of `EntityKey` in the order of exports. */
const order = [
  'Name',
  'LogicalName',
  'IntroducedVersion',
  'IsCustomizable',
  'EntityKeyAttributes',
  'displaynames',
] as const

/** What an alternate key has in its `EntityKey` element unless its settings say otherwise. */
export function keyStandard(table: Table, { schemaName }: AlternateKey): Standard {
  return standard(order, {
    Name: schemaName,
    LogicalName: schemaName.toLowerCase(),
    IntroducedVersion: introducedVersion(table),
    IsCustomizable: '0',
    EntityKeyAttributes: '',
    displaynames: '',
  })
}
