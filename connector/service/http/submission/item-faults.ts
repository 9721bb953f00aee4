import { maxLength } from '../../../../solution/tables/index.js'
import { mostDetails } from '../errors.js'
import type { ErrorDetail } from '../errors.js'
import { isGuid } from '../formats.js'
import { shorten } from '../shorten.js'
import type { SyncItemSubmission } from './request.js'

/** Rules about items that a schema cannot say; at most `mostDetails` faults. */
export function itemFaults(items: readonly SyncItemSubmission[]): readonly ErrorDetail[] {
  const faults: ErrorDetail[] = []
  for (let index = 0; index < items.length && faults.length < mostDetails; index++) {
    const item = items[index]
    const fault = item && faultOf(item, `items[${index}]`)
    if (fault) faults.push(fault)
  }
  return faults
}

function faultOf(item: SyncItemSubmission, path: string): ErrorDetail | undefined {
  return keyFault(item, path) ?? contentFault(item, path) ?? recordFault(item, path)
}

function keyFault(item: SyncItemSubmission, path: string): ErrorDetail | undefined {
  const { externalKey, targetId } = item
  if (externalKey === undefined && targetId === undefined) {
    return fault(path, 'names no record', 'an externalKey, a targetId, or both')
  }
  if (targetId !== undefined && !isGuid(targetId)) {
    const found = `is ${shorten(targetId)}`
    return fault(`${path}.targetId`, found, 'a GUID without braces', targetId)
  }
  return undefined
}

const contents =
  'exactly one of: fieldName with newValue; record; fieldName with relatedTable and relatedExternalKey'

function contentFault(item: SyncItemSubmission, path: string): ErrorDetail | undefined {
  const has = (name: keyof SyncItemSubmission) => item[name] !== undefined
  const isRelated =
    has('relatedTable') || has('relatedExternalKey') || has('relatedSourceSystemKey')
  const found = [
    ...(has('newValue') ? ['newValue'] : []),
    ...(has('record') ? ['record'] : []),
    ...(isRelated ? ['a related record'] : []),
  ]
  if (found.length > 1) return fault(path, `has ${found.join(' and ')}`, contents)
  if (found.length === 0) {
    return fault(path, has('fieldName') ? 'has a fieldName and no value' : 'is empty', contents)
  }
  if (has('record')) {
    return has('fieldName') ? fault(path, 'has fieldName and record', contents) : undefined
  }
  if (!has('fieldName')) return missing(`${path}.fieldName`, 'the logical name of a column')
  if (!isRelated) return undefined
  if (!has('relatedTable')) {
    return missing(
      `${path}.relatedTable`,
      'the logical name of the table that the column points at',
    )
  }
  if (!has('relatedExternalKey')) {
    return missing(`${path}.relatedExternalKey`, 'the key of the related record, or null')
  }
  return undefined
}

function recordFault({ record }: SyncItemSubmission, path: string): ErrorDetail | undefined {
  if (!record) return undefined
  for (const [name, value] of Object.entries(record)) {
    const place = `${path}.record.${shorten(name).slice(1, -1)}`
    if (name === '' || name.length > maxLength.logicalName) {
      const expected = `a column's logical name of 1 to ${maxLength.logicalName} characters`
      return fault(place, `is named by ${name.length} characters`, expected, name)
    }
    if (typeof value === 'object' && value !== null) {
      const expected = 'a text, a number, true, false or null'
      return fault(place, `is ${shorten(value)}`, expected, value)
    }
  }
  return undefined
}

function missing(path: string, expected: string): ErrorDetail {
  return { path, message: `${path} is missing, expected ${expected}.`, expected }
}

function fault(path: string, found: string, expected: string, value?: unknown): ErrorDetail {
  return {
    path,
    message: `${path} ${found}, expected ${expected}.`,
    ...(value === undefined ? {} : { value: shorten(value) }),
    expected,
  }
}
