import { relatedId } from '../column-value.js'
import { indexOf } from '../configuration-index.js'
import type { CanonicalValue, CommitPolicy } from '../contract.js'
import { recordKey } from '../contract.js'
import { shownValue } from '../normalise.js'
import { quoted } from '../quoted.js'
import type { TargetColumn } from '../target-table.js'
import type { OutboundContext, OutboundItem } from './contract.js'
import { reverseMapsOf } from './reverse-maps.js'

/** A value as a source system is told it. */
export type OwnCode = Pick<OutboundItem, 'code' | 'relatedTable' | 'codeList' | 'held'>

/**
 * The canonical value of a column in a source system's own code: by the code list of the column's
 * policy read backwards, for a relationship the source's own key of the related record, else as it
 * is. What is offered means the same value when the source sends it; where that cannot be said
 * for certain the value is held.
 */
export function ownCode(
  context: OutboundContext,
  policy: CommitPolicy,
  column: TargetColumn,
  source: string,
  value: CanonicalValue,
): OwnCode {
  if (value === null) return offered(null)
  // The code list of a whole table would be a guess for each of its columns.
  const codeList = policy.fieldName === null || policy.codeList === '' ? null : policy.codeList
  if (column.kind === 'lookup') return relatedKey(context, column, source, value)
  return codeList === null
    ? offered(value)
    : { ...mapped(context, policy, column, codeList, source, value), codeList }
}

const offered = (code: string | null): OwnCode => ({
  code,
  relatedTable: null,
  codeList: null,
  held: null,
})

function heldFor(reason: 'unmappedCode' | 'lowConfidence' | 'noRelatedRecord', message: string) {
  return { ...offered(null), held: { reason, message } }
}

function mapped(
  { configuration }: OutboundContext,
  policy: CommitPolicy,
  column: TargetColumn,
  codeList: string,
  source: string,
  value: string,
): OwnCode {
  const found = reverseMapsOf(configuration).codeFor(column, codeList, source, value)
  const shown = `${shownValue(column, value)} for ${column.label}`
  switch (found.kind) {
    case 'none': {
      const passes =
        policy.unmappedCodes === 'passThrough' &&
        indexOf(configuration).translate(codeList, source, value).kind === 'unmapped'
      if (passes) return offered(value)
      return heldFor(
        'unmappedCode',
        `No code of ${source} in code list ${codeList} means ${shown}: add a value map, then offer the value again.`,
      )
    }
    case 'several': {
      const codes = found.codes.map(quoted).join(' and ')
      return heldFor(
        'unmappedCode',
        `Codes ${codes} of ${source} in code list ${codeList} all mean ${shown}: keep one of them, then offer the value again.`,
      )
    }
    case 'one': {
      const least = policy.minimumConfidence ?? 0
      if (found.confidence >= least) return offered(found.code)
      return heldFor(
        'lowConfidence',
        `Code ${quoted(found.code)} of ${source} in code list ${codeList} means ${shown} with confidence ${String(found.confidence)}, below the ${String(least)} that policy ${quoted(policy.name)} asks for.`,
      )
    }
  }
}

/** The logical name of the table that the canonical value of a lookup points at. */
export function lookupTable(column: TargetColumn, value: string): string {
  const slash = value.lastIndexOf('/')
  return slash >= 0 ? value.slice(0, slash) : (column.targets?.[0]?.table ?? '')
}

function relatedKey(
  { sourceKeys }: OutboundContext,
  column: TargetColumn,
  source: string,
  value: string,
): OwnCode {
  const relatedTable = lookupTable(column, value)
  const id = relatedId(value)
  const keys = (sourceKeys.get(recordKey(relatedTable, id)) ?? [])
    .filter((key) => key.sourceSystemKey === source)
    .map((key) => key.externalKey)
    .sort()
  const [only] = keys
  if (only !== undefined && keys.length === 1) return { ...offered(only), relatedTable }
  const known =
    keys.length === 0
      ? `${source} has no key for ${relatedTable} ${id}: link its key to that record`
      : `${source} knows ${relatedTable} ${id} by ${keys.map(quoted).join(' and ')}: keep one of the links`
  const message = `${known}, then offer ${column.label} again.`
  return { ...heldFor('noRelatedRecord', message), relatedTable }
}
