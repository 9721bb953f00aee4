import { randomUUID } from 'node:crypto'
import { createMultiple, isDuplicateKey } from '../../../../connector/dataverse/index.js'
import {
  country,
  integrationIdentifier,
  stateOrProvince,
} from '../../../../solution/tables/index.js'
import { countries, openScene } from './scene.js'
import type { Scene } from './scene.js'

const nameColumn = country.columns.name.logicalName

describe('createEach on the local Web API', () => {
  let scene: Scene

  beforeAll(async () => {
    scene = await openScene()
  })

  afterAll(() => scene.close())

  beforeEach(() => {
    scene.resetCount()
    scene.host.faults.clear()
  })

  it('finds the poisoned one among a thousand in few requests, and creates the others', async () => {
    const { mark, rows } = countries(1_000)
    const poisoned = rows[617]
    scene.host.faults.add({
      action: 'refuseRow',
      table: country.logicalName,
      column: nameColumn,
      value: poisoned?.row.name ?? '',
      code: '0x80048d19',
      message: 'A plug-in refuses it.',
    })
    const outcomes = await scene.client.createEach(country, rows)

    expect(scene.requests()).toBeLessThanOrEqual(2 * Math.log2(1_000) + 1)
    expect(outcomes.filter((outcome) => outcome === 'created').length).toBe(999)
    expect(outcomes[617]).toEqual({
      refused: jasmine.objectContaining({ message: 'A plug-in refuses it.' }),
    })
    scene.host.faults.clear()
    expect(await scene.countStored(mark)).toBe(999)
  })

  it('finds a row with too long a text, and one that points at nothing', async () => {
    const { rows } = countries(60)
    const parent = { table: 'govcdm_country', id: rows[0]?.id ?? '' } as const
    await scene.client.send(createMultiple(country, rows))
    const states = Array.from({ length: 60 }, (_, n) => ({
      id: randomUUID(),
      row: {
        name: n === 10 ? 'x'.repeat(101) : `State ${n}`,
        abbreviation: 'S',
        country: n === 50 ? { ...parent, id: randomUUID() } : parent,
      },
    }))
    const outcomes = await scene.client.createEach(stateOrProvince, states)
    const refused = outcomes.flatMap((outcome, n) => (typeof outcome === 'object' ? [n] : []))

    expect(refused).toEqual([10, 50])
  })

  it('takes rows of an earlier try for present', async () => {
    const { mark, rows } = countries(200)
    await scene.client.send(createMultiple(country, rows.slice(50, 150)))
    scene.resetCount()
    const outcomes = await scene.client.createEach(country, rows)

    expect(outcomes.filter((outcome) => outcome === 'present').length).toBe(100)
    expect(outcomes.filter((outcome) => outcome === 'created').length).toBe(100)
    expect(scene.requests()).toBe(3)
    expect(await scene.countStored(mark)).toBe(200)
  })

  it('tells a key that another row has from a row that is there', async () => {
    const identifier = (keyHash: string) => ({
      id: randomUUID(),
      row: {
        sourceSystemKey: 'HRIS',
        externalKey: keyHash,
        targetTable: 'contact',
        targetId: randomUUID(),
        keyHash,
      },
    })
    const [taken, free] = [randomUUID(), randomUUID()]
    await scene.client.send(createMultiple(integrationIdentifier, [identifier(taken)]))
    const outcomes = await scene.client.createEach(integrationIdentifier, [
      identifier(free),
      identifier(taken),
    ])
    const [, refused] = outcomes

    expect(outcomes[0]).toBe('created')
    expect(typeof refused === 'object' && isDuplicateKey(refused.refused)).toBeTrue()
  })

  it('creates all rows once though the first answer was lost', async () => {
    const { mark, rows } = countries(100)
    scene.host.faults.add({ action: 'dropAfterCommit', url: 'CreateMultiple' })
    const outcomes = await scene.client.createEach(country, rows)

    expect(outcomes.filter((outcome) => outcome === 'present').length).toBe(100)
    expect(await scene.countStored(mark)).toBe(100)
  })
})
