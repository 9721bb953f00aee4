import { identifierHash, itemId, jobId, newRecordId } from '../../../connector/engine/ids.js'

describe('deterministic ids', () => {
  it('gives the same id for the same key and another for a case twin', () => {
    expect(jobId('HRIS', 'run-1')).toBe(jobId('HRIS', 'run-1'))
    expect(jobId('HRIS', 'run-1')).not.toBe(jobId('HRIS', 'RUN-1'))
  })

  it('keeps keys apart whose parts run together', () => {
    const ab = { sourceSystemKey: 'a', targetTable: 'b:c', externalKey: 'd' }
    const abc = { sourceSystemKey: 'a:b', targetTable: 'c', externalKey: 'd' }
    expect(newRecordId(ab)).not.toBe(newRecordId(abc))
    expect(identifierHash(ab)).not.toBe(identifierHash(abc))
  })

  it('puts the time in front of an item id, in UUIDv7 layout', () => {
    const time = Date.UTC(2026, 10, 21)
    const id = itemId(jobId('HRIS', 'run-1'), time, 7)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(time)
  })
})
