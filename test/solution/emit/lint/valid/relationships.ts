import type { Ownership } from './columns.js'
import { lines, texts } from './xml.js'

export function relationship(
  name: string,
  [table, column]: readonly [string, string],
  target: string,
): string {
  return lines(
    `<EntityRelationship Name="${name}">`,
    texts({
      EntityRelationshipType: 'OneToMany',
      ReferencingEntityName: table,
      ReferencedEntityName: target,
      ReferencingAttributeName: column,
    }),
    '</EntityRelationship>',
  )
}

/** The relationships that the platform gives a table. */
export function systemRelationships(table: string, ownership: Ownership): string {
  const name = table.toLowerCase()
  const people = [
    relationship(`lk_${name}_createdby`, [table, 'CreatedBy'], 'SystemUser'),
    relationship(`lk_${name}_modifiedby`, [table, 'ModifiedBy'], 'SystemUser'),
  ]
  return ownership === 'OrgOwned'
    ? lines(
        relationship(`organization_${name}`, [table, 'OrganizationId'], 'Organization'),
        ...people,
      )
    : lines(
        relationship(`business_unit_${name}`, [table, 'OwningBusinessUnit'], 'BusinessUnit'),
        ...people,
        relationship(`owner_${name}`, [table, 'OwnerId'], 'Owner'),
        relationship(`team_${name}`, [table, 'OwningTeam'], 'Team'),
        relationship(`user_${name}`, [table, 'OwningUser'], 'SystemUser'),
      )
}
