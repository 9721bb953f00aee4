import { maxLength } from '../../../../solution/tables/index.js'
import { mostDetails } from '../errors.js'
import type { ErrorDetail } from '../errors.js'
import { isGuid } from '../formats.js'
import { pathOf } from '../place.js'
import type { Place } from '../place.js'
import { shorten } from '../shorten.js'
import type { SyncItemSubmission } from './request.js'

/** Rules about items that a schema cannot say; at most `mostDetails` faults. */
export function itemFaults(items: readonly SyncItemSubmission[]): readonly ErrorDetail[] {
  const faults: ErrorDetail[] = []
  const owner = { owner: null, key: 'items' }
  for (let key = 0; key < items.length && faults.length < mostDetails; key++) {
    const item = items[key]
    const fault = item && faultOf(item, { owner, key })
    if (fault) faults.push(fault)
  }
  return faults
}

function faultOf(item: SyncItemSubmission, place: Place): ErrorDetail | undefined {
  return keyFault(item, place) ?? contentFault(item, place) ?? recordFault(item, place)
}

function keyFault({ externalKey, targetId }: SyncItemSubmission, place: Place) {
  if (externalKey === undefined && targetId === undefined) {
    return fault(place, 'names no record', 'an externalKey, a targetId, or both')
  }
  if (targetId !== undefined && !isGuid(targetId)) {
    const found = `is ${shorten(targetId)}`
    return fault(within(place, 'targetId'), found, 'a GUID without braces', targetId)
  }
  return undefined
}

const contents =
  'exactly one of: fieldName with newValue; record; fieldName with relatedTable and relatedExternalKey'

function contentFault(item: SyncItemSubmission, place: Place): ErrorDetail | undefined {
  const hasField = item.fieldName !== undefined
  const hasValue = item.newValue !== undefined
  const hasRecord = item.record !== undefined
  const hasRelated =
    item.relatedTable !== undefined ||
    item.relatedExternalKey !== undefined ||
    item.relatedSourceSystemKey !== undefined
  if (
    Number(hasValue) + Number(hasRecord) + Number(hasRelated) + Number(hasRecord && hasField) >
    1
  ) {
    return fault(place, `has ${contentsOf(item).join(' and ')}`, contents)
  }
  if (hasRecord) return undefined
  if (!hasValue && !hasRelated) {
    return fault(place, hasField ? 'has a fieldName and no value' : 'has no content', contents)
  }
  if (!hasField) return missing(within(place, 'fieldName'), 'the logical name of a column')
  return hasRelated ? relatedFault(item, place) : undefined
}

function contentsOf(item: SyncItemSubmission): readonly string[] {
  return (
    [
      'fieldName',
      'newValue',
      'record',
      'relatedTable',
      'relatedExternalKey',
      'relatedSourceSystemKey',
    ] as const
  ).filter((name) => item[name] !== undefined)
}

function relatedFault(item: SyncItemSubmission, place: Place): ErrorDetail | undefined {
  if (item.relatedTable === undefined) {
    return missing(within(place, 'relatedTable'), 'the logical name of the table pointed at')
  }
  if (item.relatedExternalKey === undefined) {
    return missing(within(place, 'relatedExternalKey'), 'the key of the related record, or null')
  }
  return undefined
}

function recordFault({ record }: SyncItemSubmission, place: Place): ErrorDetail | undefined {
  if (!record) return undefined
  for (const [name, value] of Object.entries(record)) {
    if (name === '' || name.length > maxLength.logicalName) {
      const expected = `a column's logical name of 1 to ${maxLength.logicalName} characters`
      const found = `has a field named ${shorten(name)}`
      return fault(within(place, 'record'), found, expected, name)
    }
    if (typeof value === 'object' && value !== null) {
      const field = within(within(place, 'record'), name)
      return fault(field, `is ${shorten(value)}`, 'a text, a number, true, false or null', value)
    }
  }
  return undefined
}

function within(owner: Place, key: string): Place {
  return { owner, key }
}

function missing(place: Place, expected: string): ErrorDetail {
  const path = pathOf(place)
  return { path, message: `${path} is missing, expected ${expected}.`, expected }
}

function fault(place: Place, found: string, expected: string, value?: unknown): ErrorDetail {
  const path = pathOf(place)
  const message = `${path} ${found}, expected ${expected}.`
  return { path, message, ...(value === undefined ? {} : { value: shorten(value) }), expected }
}
