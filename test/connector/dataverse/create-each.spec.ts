import fc from 'fast-check'

import { createEach } from '../../../connector/dataverse/create-each.js'
import { DataverseError, isDuplicateKey } from '../../../connector/dataverse/index.js'
import type { AnyOperation, DataverseClient } from '../../../connector/dataverse/index.js'
import { isRecord } from '../../../connector/dataverse/wire.js'
import { country } from '../../../solution/tables/index.js'

const { primaryId, logicalName, entitySetName } = country
const target = { primaryId, logicalName, entitySetName }
const nameColumn = country.columns.name.logicalName

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: idOf(n), row: { [nameColumn]: `Row ${n}` } }))

interface Rules {
  /** Ids in the table before. */
  readonly present?: readonly number[]
  /** Rows that the platform refuses for a value. */
  readonly poison?: readonly number[]
  /** Rows whose alternate key another row has. */
  readonly taken?: readonly number[]
  readonly denied?: boolean
}

/** A table that takes rows as the platform does: all of a bulk message or none. */
function platform({ present = [], poison = [], taken = [], denied = false }: Rules) {
  const stored = new Set(present.map(idOf))
  const requests: string[] = []

  function refusal(wire: unknown, adding: ReadonlySet<string>): DataverseError | null {
    const id = isRecord(wire) ? String(wire[primaryId]) : ''
    const refuse = (status: number, code: string) =>
      new DataverseError({ status, code, message: `Refused: ${id}`, path: entitySetName })
    if (denied) return refuse(403, '0x80040220')
    if (stored.has(id) || adding.has(id)) return refuse(412, '0x80040237')
    if (taken.map(idOf).includes(id)) return refuse(412, '0x80060892')
    return poison.map(idOf).includes(id) ? refuse(400, '0x80048d19') : null
  }

  function answer(
    operation: AnyOperation,
  ): { ok: true; value: unknown } | { ok: false; error: DataverseError } {
    if (operation.kind === 'changeSet') throw new Error('No change sets here.')
    if (operation.method === 'GET') {
      const asked = decodeURIComponent(operation.path).match(/[0-9a-f-]{36}/g) ?? []
      const rows = asked.filter((id) => stored.has(id)).map((id) => ({ [primaryId]: id }))
      return { ok: true, value: { rows, nextLink: null, count: null, unreadable: [] } }
    }
    const body = operation.body
    const wires: readonly unknown[] =
      isRecord(body) && Array.isArray(body['Targets']) ? body['Targets'] : [body]
    const adding = new Set<string>()
    for (const wire of wires) {
      const error = refusal(wire, adding)
      if (error) return { ok: false, error }
      if (isRecord(wire)) adding.add(String(wire[primaryId]))
    }
    for (const id of adding) stored.add(id)
    return { ok: true, value: undefined }
  }

  const client = {
    send: (operation: AnyOperation) => {
      requests.push('send')
      const result = answer(operation)
      return result.ok ? Promise.resolve(result.value) : Promise.reject(result.error)
    },
    batch: (operations: readonly AnyOperation[]) => {
      requests.push('batch')
      return Promise.resolve(operations.map(answer))
    },
  } as unknown as Pick<DataverseClient, 'send' | 'batch'>
  return { client, stored, requests }
}

describe('createEach', () => {
  it('takes one request when nothing is refused', async () => {
    const { client, requests, stored } = platform({})
    const outcomes = await createEach(client, target, rowsOf(1_000))

    expect(outcomes).toEqual(Array.from({ length: 1_000 }, () => 'created'))
    expect(requests).toEqual(['send'])
    expect(stored.size).toBe(1_000)
  })

  it('sends nothing for no rows', async () => {
    const { client, requests } = platform({})

    expect(await createEach(client, target, [])).toEqual([])
    expect(requests).toEqual([])
  })

  it('divides more rows than one message takes', async () => {
    const { client, requests, stored } = platform({})
    await createEach(client, target, rowsOf(2_001))

    expect(requests.length).toBe(3)
    expect(stored.size).toBe(2_001)
  })

  it('finds one refused row among a thousand, wherever it is, in at most 2 log2(n) + 1 requests', async () => {
    for (const poisoned of [0, 1, 249, 250, 499, 500, 501, 750, 998, 999]) {
      const { client, requests, stored } = platform({ poison: [poisoned] })
      const outcomes = await createEach(client, target, rowsOf(1_000))

      expect(outcomes.filter((outcome) => outcome === 'created').length).toBe(999)
      expect(outcomes[poisoned]).toEqual({
        refused: jasmine.objectContaining({ code: '0x80048d19' }),
      })
      expect(stored.size).toBe(999)
      expect(requests.length).toBeLessThanOrEqual(2 * Math.log2(1_000) + 1)
    }
  })

  it('tells rows that are there already from created ones without looking for them one by one', async () => {
    const present = Array.from({ length: 500 }, (_, n) => n * 2)
    const { client, requests } = platform({ present })
    const outcomes = await createEach(client, target, rowsOf(1_000))

    expect(outcomes.filter((outcome) => outcome === 'present').length).toBe(500)
    expect(outcomes.filter((outcome) => outcome === 'created').length).toBe(500)
    expect(requests.length).toBe(3)
  })

  it('reports a row whose alternate key another row has as refused', async () => {
    const { client } = platform({ taken: [37] })
    const outcomes = await createEach(client, target, rowsOf(100))
    const outcome = outcomes[37]

    expect(typeof outcome === 'object' && isDuplicateKey(outcome.refused)).toBeTrue()
    expect(outcomes.filter((other) => other === 'created').length).toBe(99)
  })

  it('needs few requests even when every row is refused', async () => {
    const poison = Array.from({ length: 1_000 }, (_, n) => n)
    const { client, requests } = platform({ poison })
    const outcomes = await createEach(client, target, rowsOf(1_000))

    expect(outcomes.every((outcome) => typeof outcome === 'object')).toBeTrue()
    expect(requests.length).toBeLessThan(40)
  })

  it('does not bisect when the caller may not create at all', async () => {
    const { client, requests } = platform({ denied: true })
    const outcomes = await createEach(client, target, rowsOf(1_000))

    expect(outcomes.every((outcome) => typeof outcome === 'object')).toBeTrue()
    expect(requests.length).toBe(2)
  })

  it('throws when the platform cannot be reached rather than blame a row', async () => {
    const client = {
      send: () => Promise.reject(new Error('No route.')),
    } as unknown as Pick<DataverseClient, 'send' | 'batch'>

    await expectAsync(createEach(client, target, rowsOf(3))).toBeRejectedWithError('No route.')
  })

  it('gives every row the outcome it deserves, whatever is mixed', async () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(
        numbers,
        numbers,
        numbers,
        fc.integer({ min: 1, max: 60 }),
        async (present, poison, taken, count) => {
          const { client } = platform({ present, poison, taken })
          const outcomes = await createEach(client, target, rowsOf(count))
          const expected = rowsOf(count).map((_, n) => {
            if (present.includes(n)) return 'present'
            return taken.includes(n) ? '0x80060892' : poison.includes(n) ? '0x80048d19' : 'created'
          })

          expect(outcomes.map((o) => (typeof o === 'string' ? o : o.refused.code))).toEqual(
            expected,
          )
        },
      ),
    )
  })

  it('takes the second of two rows with one id as there already', async () => {
    const { client } = platform({})
    const twin = rowsOf(4)
    const outcomes = await createEach(client, target, [...twin, { id: idOf(0), row: {} }])

    expect(outcomes).toEqual(['created', 'created', 'created', 'created', 'present'])
  })
})
