import type { LookupRelationship, Table } from '../../model/index.js'
import { navigationProperty, relationshipName } from '../../model/solution/relationship.js'
import type { HostedColumn } from './hosted-column.js'

/** One target of one lookup column, seen from both of its ends. */
export interface HostedRelationship {
  readonly schemaName: string
  /** Logical name of the table that has the lookup. */
  readonly referencingTable: string
  /** Logical name of the lookup column. */
  readonly referencingColumn: string
  /** Logical name of the table pointed at. */
  readonly referencedTable: string
  /** Logical name of that table's primary id. */
  readonly referencedColumn: string
  /** The single-valued navigation property on the referencing table. */
  readonly navigationProperty: string
  /** The collection-valued navigation property on the referenced table. */
  readonly collectionNavigationProperty: string
  readonly custom: boolean
}

const platformPatterns: Readonly<Record<string, (table: string) => string>> = {
  createdby: (table) => `lk_${table}_createdby`,
  createdonbehalfby: (table) => `lk_${table}_createdonbehalfby`,
  modifiedby: (table) => `lk_${table}_modifiedby`,
  modifiedonbehalfby: (table) => `lk_${table}_modifiedonbehalfby`,
  owningbusinessunit: (table) => `business_unit_${table}`,
  owninguser: (table) => `user_${table}`,
  owningteam: (table) => `team_${table}`,
}

/** Relationships of the platform's own tables whose published names follow no pattern. */
const publishedNames: Readonly<Record<string, string>> = {
  'account.parentaccountid.account': 'account_parent_account',
  'account.primarycontactid.contact': 'account_primary_contact',
  'contact.parentcustomerid.account': 'contact_customer_accounts',
  'contact.parentcustomerid.contact': 'contact_customer_contacts',
  'systemuser.businessunitid.businessunit': 'business_unit_system_users',
  'team.businessunitid.businessunit': 'business_unit_teams',
  'businessunit.parentbusinessunitid.businessunit': 'business_unit_parent_business_unit',
}

/** The relationships of one lookup column, one for each target that is hosted. */
export function relationshipsOf(
  table: Table,
  column: HostedColumn,
  hosted: ReadonlyMap<string, Table>,
): readonly HostedRelationship[] {
  return column.targets.flatMap((target) => {
    const referenced = hosted.get(target)
    if (!referenced) return []
    const schemaName =
      relationshipTo(column, target)?.schemaName ?? schemaNameOf(table, column, target)
    return [
      {
        schemaName,
        referencingTable: table.logicalName,
        referencingColumn: column.logicalName,
        referencedTable: target,
        referencedColumn: referenced.primaryId,
        navigationProperty: navigationPropertyOf(column, target),
        collectionNavigationProperty: roleName(column, target, 'role0') ?? schemaName,
        custom: column.custom,
      },
    ]
  })
}

/** `ownerid` leads to users and teams through one property; other columns have one a target. */
export function navigationPropertyOf(column: HostedColumn, target: string): string {
  if (column.kind === 'owner') return column.logicalName
  const schemaName = column.custom ? column.schemaName : column.logicalName
  const usual = navigationProperty({ schemaName, targets: column.targets }, target)
  return roleName(column, target, 'role1') ?? usual
}

function relationshipTo(column: HostedColumn, target: string): LookupRelationship | undefined {
  return column.relationships?.find((one) => one.target === target)
}

/** The navigation property that a relationship, as read, names for one of its two roles. */
function roleName(column: HostedColumn, target: string, role: string): string | undefined {
  return relationshipTo(column, target)?.settings?.[`${role}.NavigationPropertyName`]
}

function schemaNameOf(table: Table, column: HostedColumn, target: string): string {
  const from = table.logicalName
  if (column.kind === 'owner') return `owner_${from}_${target}`
  const platform = column.custom ? undefined : platformPatterns[column.logicalName]
  if (platform) return platform(from)
  const published = publishedNames[`${from}.${column.logicalName}.${target}`]
  return published ?? relationshipName(table, column, target)
}
