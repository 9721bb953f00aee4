import { isLookup } from '../../schema/index.js'
import type { HostedColumn } from '../../schema/index.js'
import { annotation } from '../preferences.js'
import type { AnnotationName } from '../preferences.js'
import { nameMember, targetMember } from '../row-shape.js'
import type { ExpandedShape, RowField, RowShape } from '../row-shape.js'
import { formattedValue } from './formatted-value.js'
import type { JsonValue } from './formatted-value.js'

export type JsonRow = Record<string, unknown>

type Wanted = ReadonlySet<AnnotationName>

/** A row with the annotations that were asked for before each value, and no `~` members. */
export function annotateRow(row: JsonRow, shape: RowShape, wanted: Wanted): JsonRow {
  const annotated: JsonRow = { '@odata.etag': row['@odata.etag'] }
  for (const field of shape.fields) {
    if (isLookup(field.column)) annotateLookup(annotated, row, field, shape, wanted)
    else annotateValue(annotated, field.property, field.column, row[field.property], wanted)
    annotated[field.property] = row[field.property]
  }
  for (const expanded of shape.expanded) {
    annotated[expanded.property] = annotateExpanded(row[expanded.property], expanded, wanted)
  }
  return annotated
}

export function annotateValue(
  into: JsonRow,
  property: string,
  column: HostedColumn,
  value: unknown,
  wanted: Wanted,
): void {
  if (!wanted.has(annotation.formattedValue)) return
  const text = formattedValue(column, value as JsonValue)
  if (text !== undefined) into[`${property}@${annotation.formattedValue}`] = text
}

function annotateLookup(
  into: JsonRow,
  row: JsonRow,
  { property, column }: RowField,
  { table }: RowShape,
  wanted: Wanted,
): void {
  if (row[property] === null) return
  const target = row[targetMember(property)]
  const name = row[nameMember(property)]
  if (wanted.has(annotation.navigationProperty)) {
    const relationship = table.manyToOne.find(
      (one) => one.referencingColumn === column.logicalName && one.referencedTable === target,
    )
    if (relationship) {
      into[`${property}@${annotation.navigationProperty}`] = relationship.navigationProperty
    }
  }
  if (wanted.has(annotation.lookupLogicalName)) {
    into[`${property}@${annotation.lookupLogicalName}`] = target
  }
  if (wanted.has(annotation.formattedValue) && typeof name === 'string') {
    into[`${property}@${annotation.formattedValue}`] = name
  }
}

function annotateExpanded(value: unknown, { rows }: ExpandedShape, wanted: Wanted): unknown {
  const annotated = (row: JsonRow) => {
    const shape = rows.find(({ table }) => table.primaryId in row)
    return shape ? annotateRow(row, shape, wanted) : row
  }
  if (Array.isArray(value)) return (value as readonly JsonRow[]).map(annotated)
  return value === null ? null : annotated(value as JsonRow)
}
