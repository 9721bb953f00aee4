import { contact, account } from '../../../solution/tables/index.js'
import { closeHosts, rowId, startHost } from './host.js'
import type { Host } from './host.js'

describe('values of columns', () => {
  let host: Host

  beforeAll(async () => {
    host = await startHost()
    await host.send('POST', 'contacts', { contactid: rowId(1) })
    await host.send('POST', 'accounts', { accountid: rowId(1) })
  })
  afterAll(closeHosts)

  const accepted: readonly (readonly [string, string, unknown, unknown])[] = [
    [
      'contacts',
      contact.columns.firstName.logicalName,
      'Zoë 😀 "quoted" \\ \u0000',
      'Zoë 😀 "quoted" \\ \u0000',
    ],
    ['contacts', contact.columns.firstName.logicalName, '', null],
    ['contacts', contact.columns.firstName.logicalName, null, null],
    ['contacts', contact.columns.firstName.logicalName, 'x'.repeat(50), 'x'.repeat(50)],
    ['contacts', contact.columns.numberOfChildren.logicalName, 3, 3],
    ['contacts', contact.columns.genderCode.logicalName, 2, 2],
    ['contacts', contact.columns.creditOnHold.logicalName, true, true],
    ['contacts', contact.columns.birthDate.logicalName, '2000-02-29', '2000-02-29'],
    [
      'contacts',
      contact.columns.lastOnHoldTime.logicalName,
      '2026-11-21T10:00:00.999Z',
      '2026-11-21T10:00:00Z',
    ],
    [
      'contacts',
      contact.columns.lastOnHoldTime.logicalName,
      '2026-11-21T12:00:00+02:00',
      '2026-11-21T10:00:00Z',
    ],
    ['contacts', contact.columns.annualIncome.logicalName, 12.345, 12.35],
    ['accounts', account.columns.address1Latitude.logicalName, -33.123456, -33.12346],
  ]
  for (const [set, column, value, stored] of accepted) {
    it(`stores ${JSON.stringify(value).slice(0, 40)} in ${column}`, async () => {
      const written = await host.send('PATCH', `${set}(${rowId(1)})`, { [column]: value })
      expect(written.status).withContext(written.text).toBe(204)

      const { json } = await host.send('GET', `${set}(${rowId(1)})?$select=${column}`)
      expect(json[column]).toEqual(stored)
    })
  }

  const refused: readonly (readonly [string, string, unknown, string])[] = [
    ['contacts', contact.columns.firstName.logicalName, 'x'.repeat(51), '0x80044331'],
    ['contacts', contact.columns.firstName.logicalName, 5, '0x80048d19'],
    ['contacts', contact.columns.firstName.logicalName, { a: 1 }, '0x80048d19'],
    ['contacts', contact.columns.numberOfChildren.logicalName, -1, '0x80044330'],
    ['contacts', contact.columns.numberOfChildren.logicalName, 1.5, '0x80048d19'],
    ['contacts', contact.columns.numberOfChildren.logicalName, '3', '0x80048d19'],
    ['contacts', contact.columns.genderCode.logicalName, 9, '0x8004431a'],
    ['contacts', contact.columns.genderCode.logicalName, 'Male', '0x80048d19'],
    ['contacts', contact.columns.creditOnHold.logicalName, 1, '0x80048d19'],
    ['contacts', contact.columns.birthDate.logicalName, '2026-02-30', '0x80048d19'],
    ['contacts', contact.columns.birthDate.logicalName, '1066-10-14', '0x80040239'],
    ['contacts', contact.columns.birthDate.logicalName, '2026-02-20T00:00:00Z', '0x80048d19'],
    ['contacts', contact.columns.lastOnHoldTime.logicalName, '2026-11-21T10:00:00', '0x80048d19'],
    ['contacts', contact.columns.lastOnHoldTime.logicalName, '2026-11-31T10:00:00Z', '0x80048d19'],
    ['contacts', contact.columns.annualIncome.logicalName, -0.01, '0x80044330'],
    ['accounts', account.columns.address1Latitude.logicalName, 90.1, '0x80044330'],
    ['contacts', 'statuscode', 99, '0x80048408'],
  ]
  for (const [set, column, value, code] of refused) {
    it(`refuses ${JSON.stringify(value).slice(0, 40)} in ${column} with ${code}`, async () => {
      const answer = await host.send('PATCH', `${set}(${rowId(1)})`, { [column]: value })

      expect([answer.status, answer.code]).withContext(answer.message).toEqual([400, code])
      if (column !== 'statuscode') expect(answer.message).toContain(column)
    })
  }

  it('brings the first status reason along with a state, and the state cannot contradict it', async () => {
    await host.send('PATCH', `contacts(${rowId(1)})`, { statecode: 1 })
    const { json } = await host.send('GET', `contacts(${rowId(1)})?$select=statecode,statuscode`)
    expect([json['statecode'], json['statuscode']]).toEqual([1, 2])

    const { code } = await host.send('PATCH', `contacts(${rowId(1)})`, { statuscode: 1 })
    expect(code).toBe('0x80048408')
    expect((await host.send('PATCH', `contacts(${rowId(1)})`, { statecode: 0 })).status).toBe(204)
  })

  it('keeps the full name in step with its parts', async () => {
    const address = `contacts(${rowId(2)})`
    await host.send('PATCH', address, { firstname: 'Ada', lastname: 'Byron' })
    await host.send('PATCH', address, { lastname: 'Lovelace' })
    expect((await host.send('GET', address)).json['fullname']).toBe('Ada Lovelace')

    await host.send('PATCH', address, { firstname: null })
    expect((await host.send('GET', address)).json['fullname']).toBe('Lovelace')
  })
})
