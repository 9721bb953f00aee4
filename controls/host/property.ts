import { dataTypeOf, isLookup } from './data-type.js'
import { formattedValue } from './formatted-value.js'
import type { ColumnMetadata, TableMetadata } from './table-metadata.js'
import type { BoundColumn, HostUser, ManifestProperty } from './types.js'

type Property = ComponentFramework.PropertyTypes.Property

/**
 * A bound property: the column's value with what its metadata says. A value that the user may not read
 * does not reach the control.
 */
export function boundProperty(
  bound: BoundColumn | undefined,
  table: TableMetadata | undefined,
  user: HostUser,
): Property {
  const column = bound && table?.columns.get(bound.column)
  if (!bound || !column) {
    return { raw: null, type: 'SingleLine.Text', error: false, errorMessage: '' }
  }
  const { readable = true, editable = true } = bound.security ?? {}
  const value = readable ? (bound.value ?? null) : null
  const property = {
    raw: value,
    formatted: formattedValue(value, column, user),
    type: dataTypeOf(column),
    error: bound.error !== undefined,
    errorMessage: bound.error?.message ?? '',
    security: { editable, readable, secured: column.secured },
    attributes: attributesOf(column),
  }
  if (!isLookup(column)) return property
  const lookup = {
    ...property,
    getTargetEntityType: () => column.targets[0] ?? '',
    getViewId: () => '',
  }
  return lookup
}

/** An input property with the value the form or view gives it, else the manifest's. */
export function inputProperty(property: ManifestProperty, value: string | undefined): Property {
  const type = property.types[0] ?? 'SingleLine.Text'
  const given = value ?? property.defaultValue
  return {
    raw: given === undefined ? null : parsed(given, type),
    type,
    error: false,
    errorMessage: '',
  }
}

function parsed(value: string, type: string): unknown {
  if (type.startsWith('Whole') || type === 'Decimal' || type === 'FP') return Number(value)
  return type === 'TwoOptions' ? value === 'true' || value === '1' : value
}

const behaviors: Readonly<Record<string, 1 | 2 | 3>> = {
  UserLocal: 1,
  DateOnly: 2,
  TimeZoneIndependent: 3,
}

function attributesOf(column: ColumnMetadata): NonNullable<Property['attributes']> {
  const attributes = {
    DisplayName: column.label,
    LogicalName: column.logicalName,
    Description: '',
    RequiredLevel: column.required ? 2 : column.recommended ? 3 : 0,
    IsSecured: column.secured,
    SourceType: 0,
    ImeMode: 0,
    Format: column.format,
    Behavior: behaviors[column.behavior ?? ''] ?? (column.format === 'DateOnly' ? 2 : 1),
    Targets: column.targets,
    MaxLength: column.maxLength,
    MinValue: column.minValue,
    MaxValue: column.maxValue,
    Precision: column.precision,
    DefaultValue: -1,
    Options: column.options.map(({ value, label }) => ({ Value: value, Label: label, Color: '' })),
  } as const
  return attributes
}
