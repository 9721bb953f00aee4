import type { Column, LookupRelationship } from '../column.js'
import type { Table } from '../table.js'
import { navigationProperty } from './relationship.js'
import { standard } from './standard.js'
import type { Standard, Texts } from './standard.js'
import type { SystemRelationship } from './system-columns.js'
import { introducedVersion } from './table-settings.js'

/**
 * Children of `EntityRelationship` in the order of exports. Those of its roles stand here with the
 * role's number before them: `role1.` is the lookup's side, `role0.` that of the table pointed at.
 * `RelationshipDescription` and `CustomLabels` stand with the text of their label.
 */
const order = [
  'EntityRelationshipType',
  'IsCustomizable',
  'IntroducedVersion',
  'IsHierarchical',
  'ReferencingEntityName',
  'ReferencedEntityName',
  'CascadeAssign',
  'CascadeDelete',
  'CascadeArchive',
  'CascadeReparent',
  'CascadeShare',
  'CascadeUnshare',
  'CascadeRollupView',
  'IsValidForAdvancedFind',
  'ReferencingAttributeName',
  'RelationshipDescription',
  'EntityRelationshipRoles',
  'role1.NavPaneDisplayOption',
  'role1.NavPaneArea',
  'role1.NavPaneOrder',
  'role1.NavigationPropertyName',
  'role1.CustomLabels',
  'role1.RelationshipRoleType',
  'role0.NavigationPropertyName',
  'role0.RelationshipRoleType',
] as const

const common: Texts = {
  EntityRelationshipType: 'OneToMany',
  IsCustomizable: '1',
  IsHierarchical: '0',
  CascadeAssign: 'NoCascade',
  CascadeReparent: 'NoCascade',
  CascadeShare: 'NoCascade',
  CascadeUnshare: 'NoCascade',
}

function onDelete(behavior: 'RemoveLink' | 'Restrict' | 'NoCascade'): Texts {
  return { CascadeDelete: behavior, CascadeArchive: behavior }
}

/** Schema names of the two tables, as the platform writes them. */
export interface RelationshipEnds {
  readonly referencing: string
  /** Undefined where it is not known: what is written then is a setting. */
  readonly referenced: string | undefined
}

/** What a relationship of a lookup or file has unless its settings say otherwise. */
export function relationshipStandard(
  table: Table,
  column: Column,
  relationship: LookupRelationship,
  ends: RelationshipEnds,
): Standard {
  return standard(order, {
    ...common,
    ...endTexts(ends, column.schemaName),
    ...onDelete('RemoveLink'),
    IntroducedVersion: column.settings?.['IntroducedVersion'] ?? introducedVersion(table),
    RelationshipDescription: column.without?.includes('Descriptions')
      ? undefined
      : column.description,
    ...(column.kind === 'file'
      ? { IsCustomizable: '0', IsValidForAdvancedFind: '0' }
      : lookupTexts(column, relationship)),
  })
}

function lookupTexts(column: Column, { schemaName, target }: LookupRelationship): Texts {
  return {
    CascadeRollupView: 'NoCascade',
    IsValidForAdvancedFind: '1',
    EntityRelationshipRoles: '',
    'role1.NavPaneDisplayOption': 'UseCollectionName',
    'role1.NavPaneArea': 'Details',
    'role1.NavPaneOrder': '10000',
    'role1.NavigationPropertyName': navigationProperty(column, target),
    'role1.RelationshipRoleType': '1',
    'role0.NavigationPropertyName': schemaName,
    'role0.RelationshipRoleType': '0',
  }
}

/** What the relationship of a column that the platform adds to a table has. */
export function systemRelationshipStandard(
  table: Table,
  columnSchemaName: string,
  { referenced, restrictsDelete }: SystemRelationship,
  description: string,
): Standard {
  return standard(order, {
    ...common,
    ...endTexts({ referencing: table.schemaName, referenced }, columnSchemaName),
    ...onDelete(restrictsDelete ? 'Restrict' : 'NoCascade'),
    IntroducedVersion: introducedVersion(table),
    RelationshipDescription: description,
  })
}

function endTexts({ referencing, referenced }: RelationshipEnds, column: string): Texts {
  return {
    ReferencingEntityName: referencing,
    ReferencedEntityName: referenced,
    ReferencingAttributeName: column,
  }
}
