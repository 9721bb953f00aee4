import { randomBytes } from 'node:crypto'

import { itemId } from '../../../connector/engine/ids.js'
import { decodeParts, decodePayload, encodePayload } from '../../../connector/service/payload.js'
import type { SubmittedItem } from '../../../connector/service/payload.js'
import { toSyncItem } from '../../../connector/service/sync-item.js'
import { integrationPayload } from '../../../solution/tables/index.js'

const field: SubmittedItem = {
  targetTable: 'contact',
  externalKey: 'é🗝️/#?&+%',
  fieldName: 'lastname',
  newValue: null,
}

describe('A payload', () => {
  it('of few items is one text that gives them back', async () => {
    const { payload, parts } = await encodePayload([field, { ...field, newValue: '' }])

    expect(parts).toEqual([])
    expect(await decodePayload(payload ?? '')).toEqual([field, { ...field, newValue: '' }])
  })

  it('of many or large items is divided into rows that each fit their column', async () => {
    const many = Array.from({ length: 12_000 }, (_, index) => ({ ...field, newValue: `${index}` }))
    const large = Array.from({ length: 3 }, () => ({
      ...field,
      newValue: randomBytes(500_000).toString('hex'),
    }))
    for (const items of [many, large]) {
      const { payload, parts } = await encodePayload(items)

      expect(payload).toBeNull()
      expect(parts.length).toBeGreaterThan(1)
      const longest = Math.max(...parts.map(({ length }) => length))
      expect(longest).toBeLessThanOrEqual(integrationPayload.columns.content.maxLength ?? 0)
      expect(await decodeParts(parts)).toEqual(items)
    }
  })

  it('with a part missing is refused, not read halfway', async () => {
    const large = [{ ...field, newValue: randomBytes(1_500_000).toString('hex') }]
    const { parts } = await encodePayload(large)

    await expectAsync(decodeParts(parts.slice(1))).toBeRejected()
    await expectAsync(decodeParts(parts.slice(0, -1))).toBeRejected()
  })
})

describe('toSyncItem', () => {
  const job = { id: 'job', sourceSystemKey: 'HRIS', submitted: Date.parse('2026-11-21T10:00:00Z') }

  it('takes a field, with the time of submission where it names none', () => {
    expect(toSyncItem(job, 4, field)).toEqual({
      id: itemId('job', job.submitted, 4),
      sequence: 4,
      targetTable: 'contact',
      externalKey: 'é🗝️/#?&+%',
      targetId: null,
      codeList: null,
      occurred: job.submitted,
      content: { kind: 'field', fieldName: 'lastname', value: null },
      isRow: false,
    })
  })

  it('takes a record, and a relationship whose key is of the job where it names no source', () => {
    const record = toSyncItem(job, 0, { targetTable: 'contact', record: { a: 1, b: null } })
    const related = { targetTable: 'contact', fieldName: 'x', relatedTable: 'account' }
    const cleared = toSyncItem(job, 0, { ...related, relatedExternalKey: null })
    const foreign = toSyncItem(job, 0, {
      ...related,
      relatedExternalKey: 'A',
      relatedSourceSystemKey: 'ERP',
      occurredDateTime: '2026-11-20T10:00:00Z',
    })

    expect(record.content).toEqual({ kind: 'record', fields: { a: 1, b: null } })
    expect(cleared.content).toEqual({
      kind: 'relationship',
      fieldName: 'x',
      relatedTable: 'account',
      relatedSourceSystemKey: 'HRIS',
      relatedExternalKey: null,
    })
    expect(foreign.content).toEqual(jasmine.objectContaining({ relatedSourceSystemKey: 'ERP' }))
    expect(foreign.occurred).toBe(Date.parse('2026-11-20T10:00:00Z'))
  })
})
