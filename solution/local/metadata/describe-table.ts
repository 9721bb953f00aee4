import type { AlternateKey } from '../../model/index.js'
import type { HostedRelationship, HostedSchema, HostedTable } from '../schema/index.js'
import { describeGlobalChoice } from './describe-choice.js'
import { describeColumn } from './describe-column.js'
import { label, managed, metadataId } from './metadata-object.js'
import type { MetadataObject } from './metadata-object.js'

/** Everything that can be asked of the schema. */
export interface DescribedSchema {
  readonly tables: readonly MetadataObject[]
  readonly choices: readonly MetadataObject[]
  readonly relationships: readonly MetadataObject[]
}

export function describeSchema(schema: HostedSchema): DescribedSchema {
  const choices = new Map(
    [...schema.choices].map(([name, choice]) => [name, describeGlobalChoice(choice)]),
  )
  const relationships = new Map(
    [...schema.tables.values()]
      .flatMap((table) => table.manyToOne)
      .map((one) => [one, describeRelationship(one)]),
  )
  return {
    tables: [...schema.tables.values()].map((table) =>
      describeTable(table, choices, relationships),
    ),
    choices: [...choices.values()],
    relationships: [...relationships.values()],
  }
}

type Relationships = ReadonlyMap<HostedRelationship, MetadataObject>

function describeTable(
  table: HostedTable,
  choices: ReadonlyMap<string, MetadataObject>,
  relationships: Relationships,
): MetadataObject {
  const described = (list: readonly HostedRelationship[]) =>
    list.flatMap((one) => relationships.get(one) ?? [])
  return {
    type: 'EntityMetadata',
    baseTypes: [],
    properties: {
      LogicalName: table.logicalName,
      SchemaName: table.schemaName,
      EntitySetName: table.entitySetName,
      CollectionSchemaName: table.entitySetName,
      LogicalCollectionName: table.entitySetName,
      PrimaryIdAttribute: table.primaryId,
      PrimaryNameAttribute: table.primaryName,
      PrimaryImageAttribute: null,
      DisplayName: label(table.label),
      DisplayCollectionName: label(table.pluralLabel),
      Description: label(table.description),
      OwnershipType: table.ownership === 'user' ? 'UserOwned' : 'OrganizationOwned',
      TableType: 'Standard',
      ObjectTypeCode: objectTypeCode(table),
      IsCustomEntity: table.custom,
      IsActivity: false,
      IsActivityParty: false,
      IsIntersect: false,
      IsLogicalEntity: false,
      IsManaged: false,
      IsPrivate: false,
      IsValidForAdvancedFind: true,
      ChangeTrackingEnabled: true,
      IsOptimisticConcurrencyEnabled: true,
      DataProviderId: null,
      ExternalName: null,
      ExternalCollectionName: null,
      IntroducedVersion: '1.0.0.0',
      IsAuditEnabled: managed(true, 'canmodifyauditsettings'),
      IsCustomizable: managed(true, 'iscustomizable'),
      IsRenameable: managed(true, 'isrenameable'),
      CanChangeTrackingBeEnabled: managed(true, 'canchangetrackingbeenabled'),
      MetadataId: metadataId('entity', table.logicalName),
      HasChanged: null,
    },
    navigation: {
      Attributes: [...table.columns.values()].map((column, at) =>
        describeColumn(table, column, at + 1, choices),
      ),
      Keys: table.keys.map((key) => describeKey(table, key)),
      ManyToOneRelationships: described(table.manyToOne),
      OneToManyRelationships: described(table.oneToMany),
      ManyToManyRelationships: [],
    },
  }
}

/** The platform numbers tables of solutions from 10,000; ours come of the name. */
export function objectTypeCode(table: HostedTable): number {
  return 10_000 + (Number.parseInt(metadataId('code', table.logicalName).slice(0, 4), 16) % 50_000)
}

function describeKey(table: HostedTable, key: AlternateKey): MetadataObject {
  return {
    type: 'EntityKeyMetadata',
    baseTypes: [],
    properties: {
      LogicalName: key.schemaName.toLowerCase(),
      SchemaName: key.schemaName,
      DisplayName: label(key.label),
      EntityLogicalName: table.logicalName,
      KeyAttributes: key.columns,
      EntityKeyIndexStatus: 'Active',
      IsSynchronous: false,
      IsExportKey: false,
      IsSecondaryKey: false,
      IsManaged: false,
      IsCustomizable: managed(true, 'iscustomizable'),
      IntroducedVersion: '1.0.0.0',
      MetadataId: metadataId('key', table.logicalName, key.schemaName),
      HasChanged: null,
    },
    navigation: {},
  }
}

function describeRelationship(relationship: HostedRelationship): MetadataObject {
  const unlinks = relationship.custom
  return {
    type: 'OneToManyRelationshipMetadata',
    baseTypes: ['RelationshipMetadataBase'],
    properties: {
      SchemaName: relationship.schemaName,
      RelationshipType: 'OneToManyRelationship',
      ReferencingEntity: relationship.referencingTable,
      ReferencingAttribute: relationship.referencingColumn,
      ReferencingEntityNavigationPropertyName: relationship.navigationProperty,
      ReferencedEntity: relationship.referencedTable,
      ReferencedAttribute: relationship.referencedColumn,
      ReferencedEntityNavigationPropertyName: relationship.collectionNavigationProperty,
      CascadeConfiguration: {
        Assign: 'NoCascade',
        Delete: unlinks ? 'RemoveLink' : 'NoCascade',
        Archive: unlinks ? 'RemoveLink' : 'NoCascade',
        Merge: 'NoCascade',
        Reparent: 'NoCascade',
        Share: 'NoCascade',
        Unshare: 'NoCascade',
        RollupView: 'NoCascade',
      },
      IsCustomRelationship: relationship.custom,
      IsHierarchical: false,
      IsManaged: false,
      IsValidForAdvancedFind: true,
      SecurityTypes: 'None',
      IntroducedVersion: '1.0.0.0',
      IsCustomizable: managed(true, 'iscustomizable'),
      MetadataId: metadataId('relationship', relationship.schemaName),
      HasChanged: null,
    },
    navigation: {},
  }
}
