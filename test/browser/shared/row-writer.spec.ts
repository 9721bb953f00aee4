import { TableMetadataCache } from '../../../controls/host/table-metadata.js'
import { webApiOf } from '../../../controls/host/web-api.js'
import type { RowUpdate } from '../../../controls/shared/row-writes.js'
import { batchBody, readBatchAnswers } from '../../../controls/shared/writes/batch-message.js'
import { rowWriterOf } from '../../../controls/shared/writes/row-writer.js'
import { integrationValueMap } from '../../../solution/tables/index.js'
import { valueMapRow, webApiUrl } from '../web-api-page.js'

const { logicalName: table, entitySetName: entitySet, primaryId, columns } = integrationValueMap
const code = columns.canonicalCodeValue.logicalName
const label = columns.sourceLabel.logicalName
const root = `${webApiUrl}/`

type Row = Readonly<Record<string, unknown>>

async function made(row: Row): Promise<string> {
  const response = await fetch(root + entitySet, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Prefer: 'return=representation' },
    body: JSON.stringify(row),
  })
  return String(((await response.json()) as Row)[primaryId])
}

async function read(id: string): Promise<Row> {
  return (await (await fetch(`${root}${entitySet}(${id})`)).json()) as Row
}

async function change(id: string, changes: Row): Promise<void> {
  await fetch(`${root}${entitySet}(${id})`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(changes),
  })
}

const webAPI = webApiOf(root, new TableMetadataCache(root))
const writers = {
  'through $batch with If-Match': rowWriterOf({
    webAPI,
    page: { getClientUrl: () => `${location.origin}/` },
  } as { webAPI: ComponentFramework.WebApi }),
  'through the control’s Web API, where the page names no address': rowWriterOf({ webAPI }),
  'through the control’s Web API, where there is no $batch': rowWriterOf({
    webAPI,
    page: { getClientUrl: () => `${location.origin}/nowhere` },
  } as { webAPI: ComponentFramework.WebApi }),
}

for (const [way, writer] of Object.entries(writers)) {
  describe(`writing rows ${way}`, () => {
    const update = (id: string, seen: RowUpdate['seen'], to = 'NO'): RowUpdate => ({
      table,
      entitySet,
      id,
      changes: { [code]: to },
      seen,
    })

    it('changes rows that are still as they were seen, in the order given', async () => {
      const ids = [await made(valueMapRow('A')), await made(valueMapRow('B'))]
      const outcomes = await writer.update(
        ids.map((id, index) => update(id, { values: { [code]: index === 0 ? 'A' : 'B' } })),
      )
      expect(outcomes).toEqual(ids.map((id) => ({ outcome: 'done', id })))
      expect((await read(ids[0] ?? ''))[code]).toBe('NO')
      expect((await read(ids[1] ?? ''))[code]).toBe('NO')
    })

    it('leaves a row alone that somebody else changed, and goes on with the others', async () => {
      const [overtaken, current] = [await made(valueMapRow('A')), await made(valueMapRow('A'))]
      await change(overtaken, { [code]: 'SE' })
      const seen = { values: { [code]: 'A' } }
      expect(await writer.update([update(overtaken, seen), update(current, seen)])).toEqual([
        { outcome: 'overtaken' },
        { outcome: 'done', id: current },
      ])
      expect((await read(overtaken))[code]).toBe('SE')
    })

    it('goes by the version where it is known', async () => {
      const id = await made(valueMapRow('A'))
      const etag = String((await read(id))['@odata.etag'])
      await change(id, { [label]: 'Norge' })
      expect(await writer.update([update(id, { etag, values: {} })])).toEqual([
        { outcome: 'overtaken' },
      ])
      const now = String((await read(id))['@odata.etag'])
      expect(await writer.update([update(id, { etag: now, values: {} })])).toEqual([
        { outcome: 'done', id },
      ])
    })

    it('takes no value and an empty one for the same', async () => {
      const id = await made(valueMapRow('A'))
      expect(await writer.update([update(id, { values: { [label]: '' } })])).toEqual([
        { outcome: 'done', id },
      ])
    })

    it('says in the platform’s words why a row is refused, and makes none of it', async () => {
      const gone = '99999999-9999-4999-8999-999999999999'
      const [outcome] = await writer.update([update(gone, { values: {} })])
      expect(outcome).toEqual(jasmine.objectContaining({ outcome: 'refused' }))
      expect(outcome?.outcome === 'refused' && outcome.message).toContain(gone)
      const id = await made(valueMapRow('A'))
      const [long] = await writer.update([update(id, { values: {} }, 'x'.repeat(5_000))])
      expect(long?.outcome).toBe('refused')
      expect((await read(id))[code]).toBe('A')
    })

    it('makes rows, and says which', async () => {
      const outcomes = await writer.create([
        { table, entitySet, values: valueMapRow('é "quoted" \r\n--batch 漢字') },
        { table, entitySet, values: { nonsense: 1 } },
      ])
      const [first, second] = outcomes
      expect(second?.outcome).toBe('refused')
      expect(first?.outcome === 'done' && (await read(first.id))[code]).toBe(
        'é "quoted" \r\n--batch 漢字',
      )
    })

    it('does nothing where nothing is asked', async () => {
      expect(await writer.update([])).toEqual([])
    })
  })
}

describe('writing many rows', () => {
  it('is divided into batches of the platform’s size', async () => {
    const writer = writers['through $batch with If-Match']
    const creates = Array.from({ length: 1_001 }, (_, index) => ({
      table,
      entitySet,
      values: valueMapRow(String(index)),
    }))
    const sent = spyOn(window, 'fetch').and.callThrough()
    const outcomes = await writer.create(creates)
    expect(outcomes.every(({ outcome }) => outcome === 'done')).toBeTrue()
    expect(outcomes.length).toBe(1_001)
    expect(sent.calls.count()).toBe(2)
  })

  it('reports every row of a batch that could not be sent', async () => {
    const writer = writers['through $batch with If-Match']
    spyOn(window, 'fetch').and.rejectWith(new TypeError('Failed to fetch'))
    const values = valueMapRow('A')
    expect(
      await writer.create([
        { table, entitySet, values },
        { table, entitySet, values },
      ]),
    ).toEqual([
      { outcome: 'refused', message: 'Failed to fetch' },
      { outcome: 'refused', message: 'Failed to fetch' },
    ])
  })
})

describe('a batch as text', () => {
  it('has a part for each request', () => {
    const body = batchBody('/api/data/v9.2/', 'b', [
      { method: 'GET', path: 'accounts(1)' },
      { method: 'PATCH', path: 'accounts(2)', headers: { 'If-Match': 'W/"1"' }, body: { a: 1 } },
    ])
    expect(body.split('\r\n')).toEqual([
      '--b',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      '',
      'GET /api/data/v9.2/accounts(1) HTTP/1.1',
      'Accept: application/json',
      '',
      '',
      '--b',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      '',
      'PATCH /api/data/v9.2/accounts(2) HTTP/1.1',
      'Accept: application/json',
      'Content-Type: application/json',
      'If-Match: W/"1"',
      '',
      '{"a":1}',
      '--b--',
      '',
    ])
  })

  it('is read part by part, with and without bodies', () => {
    const text = [
      '--r',
      'Content-Type: application/http',
      '',
      'HTTP/1.1 204 No Content',
      'OData-EntityId: http://h/accounts(7)',
      '',
      '',
      '--r',
      'Content-Type: application/http',
      '',
      'HTTP/1.1 200 OK',
      '',
      '{"text":"--r and HTTP/1.1 500"}',
      '--r--',
      '',
    ].join('\r\n')
    const answers = readBatchAnswers('multipart/mixed; boundary="r"', text)
    expect(answers.map(({ status }) => status)).toEqual([204, 200])
    expect(answers[0]?.headers.get('odata-entityid')).toBe('http://h/accounts(7)')
    expect(answers[1]?.body).toEqual({ text: '--r and HTTP/1.1 500' })
  })
})
