import type { CanonicalValue } from './contract.js'
import { dateText, dateTimeText } from './date-text.js'
import { decimalText } from './decimal-text.js'
import { normaliseGuid } from './guid.js'
import { quoted } from './quoted.js'
import type { TargetColumn } from './target-table.js'

export type ColumnScalar = string | number | boolean | null

export type ParsedValue =
  | { readonly ok: true; readonly value: CanonicalValue }
  | { readonly ok: false; readonly message: string }

const empty: ParsedValue = { ok: true, value: null }
const safeInteger = Number.MAX_SAFE_INTEGER
const unpaired = /[\ud800-\udfff]/u

/**
 * The canonical form of a value as a source sends it, or a sentence that names the value, the
 * column and what the column takes.
 *
 * Empty text is null, as in Dataverse. Numbers with too many decimals are rounded half away from
 * zero to the column's precision. A date-time without a zone is refused: nobody can know which
 * instant it means. A choice is matched by its number, else by its label in any case; several
 * choices are separated by `,` or `;`. A lookup takes
 * the id of the related record, with `account/` before it where the column points at several tables.
 */
export function parseColumnValue(column: TargetColumn, input: ColumnScalar): ParsedValue {
  if (input === null || input === '') return empty
  const text = typeof input === 'string' ? input : String(input)
  switch (column.kind) {
    case 'text':
    case 'memo':
      return parseText(column, text)
    case 'integer':
      return parseWhole(column, text, -2_147_483_648, 2_147_483_647)
    case 'bigInteger':
      return parseWhole(column, text, -safeInteger, safeInteger)
    case 'decimal':
    case 'float':
    case 'money':
      return parseDecimal(column, text)
    case 'yesNo':
      return parseYesNo(column, text)
    case 'choice':
      return parseChoice(column, text)
    case 'choices':
      return parseChoices(column, text)
    case 'date':
      return parsed(column, text, dateText(text.trim()), 'a day like 2026-11-21, from 1753 on')
    case 'dateTime':
      return parsed(
        column,
        text,
        dateTimeText(text.trim()),
        'a time with its zone like 2026-11-21T10:00:00Z, from 1753 on',
      )
    case 'lookup':
      return parseLookup(column, text)
    case 'uniqueIdentifier':
      return parsed(column, text, normaliseGuid(text.trim()), 'a GUID')
    case 'file':
    case 'image':
      return refused(column, text, `nothing from sync items: they carry no ${column.kind}s`)
    case 'unsupported':
      return refused(column, text, 'nothing from sync items: its kind of column cannot be written')
  }
}

function refused(column: TargetColumn, text: string, takes: string): ParsedValue {
  return { ok: false, message: `${column.label} cannot take ${quoted(text)}; it takes ${takes}.` }
}

function parsed(
  column: TargetColumn,
  text: string,
  value: string | null | undefined,
  takes: string,
): ParsedValue {
  return value === undefined || value === null ? refused(column, text, takes) : { ok: true, value }
}

function parseText(column: TargetColumn, text: string): ParsedValue {
  const { maxLength } = column
  if (maxLength !== undefined && text.length > maxLength) {
    return refused(
      column,
      text,
      `at most ${String(maxLength)} characters and this has ${String(text.length)}`,
    )
  }
  if (unpaired.test(text)) return refused(column, text, 'text without half of a surrogate pair')
  return { ok: true, value: text }
}

function parseWhole(column: TargetColumn, text: string, least: number, most: number): ParsedValue {
  const minValue = Math.max(column.minValue ?? least, least)
  const maxValue = Math.min(column.maxValue ?? most, most)
  const number = decimalText(text.trim(), 0)
  const fits = number && !number.rounded && isBetween(number.text, minValue, maxValue)
  const takes = `a whole number from ${String(minValue)} to ${String(maxValue)}`
  return parsed(column, text, fits ? number.text : undefined, takes)
}

function parseDecimal(column: TargetColumn, text: string): ParsedValue {
  const { minValue = -1e15, maxValue = 1e15, precision = 2 } = column
  const number = decimalText(text.trim(), precision)?.text
  const takes = `a number like 12.5 from ${String(minValue)} to ${String(maxValue)}`
  if (number === undefined || !isBetween(number, minValue, maxValue)) {
    return refused(column, text, takes)
  }
  // Numbers travel as JSON numbers: digits that a double cannot hold would come back changed.
  const travelled = decimalText(String(Number(number)), precision)?.text
  if (travelled !== number) return refused(column, text, `${takes} with at most 15 digits`)
  return { ok: true, value: number }
}

function isBetween(number: string, least: number, most: number): boolean {
  const value = Number(number)
  return value >= least && value <= most
}

const yesNoWords: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['1', 'true'],
  ['yes', 'true'],
  ['false', 'false'],
  ['0', 'false'],
  ['no', 'false'],
])

function parseYesNo(column: TargetColumn, text: string): ParsedValue {
  const value = yesNoWords.get(text.trim().toLowerCase())
  return parsed(column, text, value, 'true or false, 1 or 0, yes or no')
}

function parseChoice(column: TargetColumn, text: string): ParsedValue {
  const options = column.options ?? []
  const wanted = text.trim()
  const byValue = options.find((option) => String(option.value) === wanted)
  if (byValue) return { ok: true, value: wanted }
  const label = wanted.toLowerCase()
  const byLabel = options.filter((option) => option.label.toLowerCase() === label)
  const [only] = byLabel
  if (only && byLabel.length === 1) return { ok: true, value: String(only.value) }
  if (only) {
    const values = byLabel.map((option) => String(option.value)).join(' and ')
    return refused(column, text, `the number instead, as ${values} share this label`)
  }
  return refused(column, text, `one of ${optionList(options)}`)
}

/** Several options by number or label, separated by `,` or `;`; numbers in ascending order. */
function parseChoices(column: TargetColumn, text: string): ParsedValue {
  const only = parseChoice(column, text)
  if (only.ok) return only
  const values = new Set<number>()
  for (const part of text.split(/[,;]/)) {
    const one = parseChoice(column, part)
    if (!one.ok) return one
    values.add(Number(one.value))
  }
  return { ok: true, value: [...values].sort((a, b) => a - b).join(',') }
}

function optionList(options: NonNullable<TargetColumn['options']>): string {
  const shown = options.slice(0, 12).map(({ value, label }) => `${label} (${String(value)})`)
  const rest = options.length - shown.length
  return rest > 0 ? `${shown.join(', ')} and ${String(rest)} more` : shown.join(', ')
}

function parseLookup(column: TargetColumn, text: string): ParsedValue {
  const targets = column.targets ?? []
  const [only] = targets
  if (!only) return refused(column, text, 'no record: the environment has none of its tables')
  if (targets.length === 1) {
    const id = normaliseGuid(text.trim().replace(`${only.table}/`, ''))
    return parsed(column, text, id, `the id (GUID) of a record of ${only.table}`)
  }
  const [table = '', idText = ''] = text.trim().split('/')
  const id = normaliseGuid(idText)
  const known = targets.some((target) => target.table === table)
  const value = known && id !== null ? lookupValue(column, table, id) : undefined
  const forms = targets.map((target) => `${target.table}/GUID`).join(' or ')
  return parsed(column, text, value, `${forms}, or a relationship item that names the table`)
}

/** The canonical value of a lookup: the id, behind the table where the column has several. */
export function lookupValue(column: TargetColumn, table: string, id: string): string {
  return (column.targets ?? []).length > 1 ? `${table}/${id}` : id
}

/** Whether two canonical values of a column are the same: ids count, text compares exactly. */
export function sameValue(column: TargetColumn, a: CanonicalValue, b: CanonicalValue): boolean {
  if (a === b) return true
  if (column.kind !== 'lookup' || a === null || b === null) return false
  return relatedId(a) === relatedId(b)
}

/** The id in the canonical value of a lookup. */
export function relatedId(value: string): string {
  return value.slice(value.lastIndexOf('/') + 1)
}
