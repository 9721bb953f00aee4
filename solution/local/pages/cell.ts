import { chosenLabels } from '../query/index.js'
import type { HostedColumn, HostedSchema } from '../schema/index.js'
import { recordAddress } from './addresses.js'
import { html } from './html.js'
import type { Html, HtmlPart } from './html.js'
import { governedColumn, referenceOf } from './references.js'
import type { ReferenceNames } from './references.js'
import type { StoredRow } from './rows.js'
import { toneOf } from './tones.js'

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 10 })

/** One value of a row, as people read it: labels for choices, names for lookups, UTC for times. */
export function cell(
  schema: HostedSchema,
  names: ReferenceNames,
  column: HostedColumn,
  row: StoredRow,
): Html {
  const value = row[column.logicalName]
  if (value === null || value === undefined || value === '') {
    return html`<span class="empty" aria-label="empty">–</span>`
  }
  const reference = referenceOf(schema, column, row)
  if (reference) {
    const name = names(reference)
    return name === undefined
      ? html`${reference.id}`
      : html`<a href="${recordAddress(reference.table, reference.id)}">${name}</a>`
  }
  const governed = governedColumn(schema, column, row)
  return html`${governed ? governedText(governed, value) : formatted(column, value)}`
}

/** A ledger entry keeps the stored number of a choice, as text. */
function governedText(column: HostedColumn, value: string | number): HtmlPart {
  return column.options?.get(Number(value))?.label ?? value
}

function formatted(column: HostedColumn, value: string | number): HtmlPart {
  switch (column.kind) {
    case 'choice':
    case 'state':
    case 'status':
      return choiceText(column, Number(value))
    case 'choices':
      return chosenLabels(column, String(value)).join('; ')
    case 'yesNo':
      return value === 1 ? 'Yes' : 'No'
    case 'dateTime':
      return timeText(String(value))
    case 'date':
      return html`<time datetime="${value}">${value}</time>`
    case 'integer':
    case 'decimal':
    case 'float':
    case 'money':
      return numbers.format(Number(value))
    case 'text':
    case 'memo':
    case 'bigInteger':
    case 'lookup':
    case 'owner':
    case 'uniqueIdentifier':
    case 'file':
    case 'image':
      return value
  }
}

function choiceText(column: HostedColumn, value: number): Html {
  const tone = toneOf(column.logicalName, value)
  const label = column.options?.get(value)?.label ?? String(value)
  return tone ? html`<span class="status ${tone}">${label}</span>` : html`${label}`
}

/** `2026-11-21T10:00:00Z` -> `2026-11-21 10:00:00 UTC`. */
function timeText(value: string): Html {
  const text = `${value.slice(0, 10)} ${value.slice(11).replace('Z', '')} UTC`
  return html`<time datetime="${value}">${text}</time>`
}

export function isNumeric(column: HostedColumn): boolean {
  return ['integer', 'bigInteger', 'decimal', 'float', 'money'].includes(column.kind)
}
