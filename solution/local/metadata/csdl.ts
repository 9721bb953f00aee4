import { isLookup, propertyName } from '../schema/index.js'
import type { HostedColumn, HostedSchema, HostedTable } from '../schema/index.js'
import { columnType } from './column-type.js'
import { bulkMessages } from '../write/index.js'
import { namespace } from './metadata-object.js'

const alias = 'mscrm'

/** The schema as `$metadata` tells it: CSDL 4.0, in XML. */
export function csdl(schema: HostedSchema): string {
  const tables = [...schema.tables.values()]
  return element('edmx:Edmx', { Version: '4.0', 'xmlns:edmx': edmx }, [
    element('edmx:DataServices', {}, [
      element('Schema', { Namespace: namespace, Alias: alias, xmlns: edm }, [
        ...baseType(),
        ...tables.map((table) => entityType(table)),
        ...whoAmI(),
        ...bulkActions(tables),
        container(tables),
      ]),
    ]),
  ]).join('\n')
}

const edmx = 'http://docs.oasis-open.org/odata/ns/edmx'
const edm = 'http://docs.oasis-open.org/odata/ns/edm'

/** Lines of XML. */
type Lines = readonly string[]

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (string | Lines)[] = [],
): Lines {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const opening = `<${name}${written.join('')}`
  if (children.length === 0) return [`${opening} />`]
  return [`${opening}>`, ...children.flat().map((line) => `  ${line}`), `</${name}>`]
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function baseType(): Lines {
  return element('EntityType', { Name: 'crmbaseentity', Abstract: 'true' })
}

function entityType(table: HostedTable): Lines {
  const columns = [...table.columns.values()]
  return element('EntityType', { Name: table.logicalName, BaseType: `${alias}.crmbaseentity` }, [
    element('Key', {}, [element('PropertyRef', { Name: table.primaryId })]),
    ...columns.map(property),
    ...[...table.navigation].map(([name, targets]) => {
      const [first] = targets
      const single = targets.length === 1 ? first?.referencedTable : undefined
      return navigationProperty(name, `${alias}.${single ?? 'crmbaseentity'}`, [
        ...(first && single !== undefined && table.columns.has(first.referencingColumn)
          ? [
              element('ReferentialConstraint', {
                Property: `_${first.referencingColumn}_value`,
                ReferencedProperty: first.referencedColumn,
              }),
            ]
          : []),
      ])
    }),
    ...[...table.collections].map(([name, { referencingTable }]) =>
      navigationProperty(name, `Collection(${alias}.${referencingTable})`, []),
    ),
  ])
}

function property(column: HostedColumn): Lines {
  const type = columnType(column).edm
  const scale: Readonly<Record<string, string>> =
    type === 'Edm.Decimal' ? { Scale: 'Variable' } : {}
  const attributes = { Name: propertyName(column), Type: type, ...scale }
  if (!isLookup(column)) return element('Property', attributes)
  const computed = { Term: 'Org.OData.Core.V1.Computed', Bool: 'true' }
  return element('Property', attributes, [element('Annotation', computed)])
}

function navigationProperty(name: string, type: string, children: readonly Lines[]): Lines {
  const nullable: Readonly<Record<string, string>> = type.startsWith('Collection(')
    ? {}
    : { Nullable: 'true' }
  return element('NavigationProperty', { Name: name, Type: type, ...nullable }, children)
}

function whoAmI(): Lines {
  const ids = ['BusinessUnitId', 'UserId', 'OrganizationId']
  return [
    ...element(
      'ComplexType',
      { Name: 'WhoAmIResponse' },
      ids.map((name) => element('Property', { Name: name, Type: 'Edm.Guid', Nullable: 'false' })),
    ),
    ...element('Function', { Name: 'WhoAmI' }, [
      element('ReturnType', { Type: `${alias}.WhoAmIResponse`, Nullable: 'false' }),
    ]),
  ]
}

/** The bulk messages, bound to every table's set. */
function bulkActions(tables: readonly HostedTable[]): Lines {
  const response = element('ComplexType', { Name: 'CreateMultipleResponse' }, [
    element('Property', { Name: 'Ids', Type: 'Collection(Edm.Guid)', Nullable: 'false' }),
  ])
  const actions = tables.flatMap(({ logicalName }) =>
    bulkMessages.flatMap((name) => {
      const type = `Collection(${alias}.${logicalName})`
      return element('Action', { Name: name, IsBound: 'true' }, [
        element('Parameter', { Name: 'entityset', Type: type, Nullable: 'false' }),
        element('Parameter', { Name: 'Targets', Type: type, Nullable: 'false' }),
        ...(name === 'CreateMultiple'
          ? [element('ReturnType', { Type: `${alias}.CreateMultipleResponse`, Nullable: 'false' })]
          : []),
      ])
    }),
  )
  return [...response, ...actions]
}

function container(tables: readonly HostedTable[]): Lines {
  return element('EntityContainer', { Name: 'System' }, [
    ...tables.map((table) =>
      element(
        'EntitySet',
        { Name: table.entitySetName, EntityType: `${namespace}.${table.logicalName}` },
        bindings(table, tables),
      ),
    ),
    element('FunctionImport', { Name: 'WhoAmI', Function: `${namespace}.WhoAmI` }),
  ])
}

function bindings(table: HostedTable, tables: readonly HostedTable[]): readonly Lines[] {
  const setOf = (name: string | undefined) =>
    tables.find((one) => one.logicalName === name)?.entitySetName
  const single = [...table.navigation].flatMap(([name, targets]) =>
    targets.length === 1 ? [[name, setOf(targets[0]?.referencedTable)] as const] : [],
  )
  const many = [...table.collections].map(
    ([name, one]) => [name, setOf(one.referencingTable)] as const,
  )
  return [...single, ...many].flatMap(([Path, Target]) =>
    Target === undefined ? [] : [element('NavigationPropertyBinding', { Path, Target })],
  )
}
