import fc from 'fast-check'
import {
  createMultiple,
  decodeRow,
  encodeRow,
  ProtocolError,
  query,
  rawCreateMultiple,
  rawUpsertMultiple,
  UnreadableRowError,
  updateMultiple,
  upsertMultiple,
} from '../../../connector/dataverse/index.js'
import type { WireRow } from '../../../connector/dataverse/index.js'
import { bigInteger, choices, defineTable, primaryName } from '../../../solution/model/index.js'
import type { Column, Table } from '../../../solution/model/index.js'
import {
  contact,
  country,
  integrationCommitPolicy,
  integrationLedger,
  localTables,
} from '../../../solution/tables/index.js'

const id = '0b2f7f0e-6a5e-4d5c-9f7b-0f3f6f0a1b2c'
const other = '11111111-2222-4333-8444-555555555555'

const entry = {
  ledgerAspect: 'field',
  aspectKey: 'emailaddress1',
  targetTable: 'contact',
  targetId: id,
  sourceSystemKey: 'HRIS',
  ledgerStatus: 'certified',
  certifiedBy: { table: 'systemuser', id: other.toUpperCase() },
  integrationSyncItem: null,
  latest: true,
  value: 'O\'Brien "é" 😀',
  observedDateTime: new Date('2026-11-21T10:00:00.999Z'),
  supersededOn: null,
  chainSequence: 7,
} as const

const entryOnTheWire = {
  govcdm_ledgeraspect: 166_840_000,
  govcdm_aspectkey: 'emailaddress1',
  govcdm_targettable: 'contact',
  govcdm_targetid: id,
  govcdm_sourcesystemkey: 'HRIS',
  govcdm_ledgerstatus: 166_840_001,
  'govcdm_CertifiedBy@odata.bind': `/systemusers(${other})`,
  'govcdm_IntegrationSyncItem@odata.bind': null,
  govcdm_latest: true,
  govcdm_value: 'O\'Brien "é" 😀',
  govcdm_observeddatetime: '2026-11-21T10:00:00Z',
  govcdm_supersededon: null,
  govcdm_chainsequence: 7,
}

describe('A row that is sent', () => {
  it('has logical names, stored numbers, whole seconds and bound lookups', () => {
    expect(encodeRow(integrationLedger, entry)).toEqual(entryOnTheWire)
  })

  it("binds lookups of the platform's own tables in lower case, one name a target table", () => {
    expect(encodeRow(contact, { parentCustomer: { table: 'account', id } })).toEqual({
      'parentcustomerid_account@odata.bind': `/accounts(${id})`,
    })
    expect(encodeRow(contact, { parentCustomer: { table: 'contact', id } })).toEqual({
      'parentcustomerid_contact@odata.bind': `/contacts(${id})`,
    })
  })

  it('names the table and its key the way each bulk message wants it', () => {
    const rows = [{ id: id.toUpperCase(), row: { name: 'Austria' } }]
    const type = { '@odata.type': 'Microsoft.Dynamics.CRM.govcdm_country' }
    const byId = { Targets: [{ ...type, govcdm_countryid: id, govcdm_name: 'Austria' }] }
    const byAddress = {
      Targets: [{ ...type, '@odata.id': `govcdm_countries(${id})`, govcdm_name: 'Austria' }],
    }

    expect(createMultiple(country, rows).body).toEqual(byId)
    expect(updateMultiple(country, rows).body).toEqual(byId)
    expect(upsertMultiple(country, rows).body).toEqual(byAddress)
    expect(upsertMultiple(country, rows).path).toBe(
      'govcdm_countries/Microsoft.Dynamics.CRM.UpsertMultiple',
    )
    const raw = [{ id, row: { govcdm_name: 'Austria' } }]
    expect(rawCreateMultiple(country, raw).body).toEqual(byId)
    expect(rawUpsertMultiple(country, raw).body).toEqual(byAddress)
  })

  const wrong: readonly (readonly [Readonly<Record<string, unknown>>, RegExp])[] = [
    [{ ledgerStatus: 'archived' }, /govcdm_ledgerstatus takes one of pending, .*not "archived"/],
    [{ ledgerStatus: 'toString' }, /not "toString"/],
    [{ chainSequence: 1.5 }, /govcdm_chainsequence takes a whole number, not "1.5"/],
    [{ observedDateTime: '2026-11-21' }, /takes a Date/],
    [{ observedDateTime: new Date(Number.NaN) }, /invalid date/],
    [{ latest: 1 }, /takes true or false/],
    [{ value: 12 }, /govcdm_value takes text/],
    [{ certifiedBy: { table: 'contact', id } }, /takes a reference to systemuser/],
    [{ certifiedBy: { table: 'systemuser', id: 'me' } }, /"me" is not a GUID/],
    [{ owner: { table: 'systemuser', id } }, /declares no column owner/],
  ]
  for (const [row, message] of wrong) {
    it(`is refused with ${String(message)}`, () => {
      expect(() => encodeRow(integrationLedger, row as typeof entry)).toThrowError(
        TypeError,
        message,
      )
    })
  }
})

describe('A row of several choices and a big integer', () => {
  const permit = defineTable({
    schemaName: 'cty_Permit',
    label: 'Permit',
    pluralLabel: 'Permits',
    columns: {
      name: primaryName('cty_Name', 'Name'),
      hazards: choices('cty_Hazards', 'Hazards', {
        fire: { value: 3, label: 'Fire' },
        noise: { value: 20, label: 'Noise' },
      }),
      parcel: bigInteger('cty_Parcel', 'Parcel'),
    },
  })
  const row = { hazards: ['noise', 'fire'], parcel: 9_007_199_254_740_991 } as const
  const wire = { cty_hazards: '20,3', cty_parcel: 9_007_199_254_740_991 }

  it('is sent and read as the platform has them', () => {
    expect(encodeRow(permit, row)).toEqual(wire)
    const stored = { '@odata.etag': 'W/"1"', cty_permitid: id, ...wire }
    expect(decodeRow(permit, stored, ['hazards', 'parcel'])).toEqual({ id, etag: 'W/"1"', ...row })
  })

  it('is refused with an option that there is not, or an empty list', () => {
    for (const hazards of [['ice'], []]) {
      expect(() => encodeRow(permit, { hazards } as unknown as typeof row)).toThrowError(
        TypeError,
        /cty_hazards takes a list of one or more of fire, noise/,
      )
    }
  })
})

describe('A row that is read', () => {
  const wire = {
    '@odata.etag': 'W/"1"',
    govcdm_integrationledgerid: id.toUpperCase(),
    govcdm_ledgerstatus: 166_840_003,
    govcdm_targettable: null,
    _govcdm_certifiedby_value: other,
    govcdm_observeddatetime: '2026-11-21T10:00:00Z',
    createdon: '2026-11-21T11:00:00Z',
    _ownerid_value: other,
    '_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'team',
  }

  it('has our names, whole dates and references, and an empty required text as such', () => {
    const row = decodeRow(integrationLedger, wire, [
      'ledgerStatus',
      'targetTable',
      'certifiedBy',
      'observedDateTime',
      'reason',
      'createdOn',
      'owner',
    ])

    expect(row).toEqual({
      id,
      etag: 'W/"1"',
      ledgerStatus: 'revoked',
      targetTable: '',
      certifiedBy: { table: 'systemuser', id: other },
      observedDateTime: new Date('2026-11-21T10:00:00Z'),
      reason: null,
      createdOn: new Date('2026-11-21T11:00:00Z'),
      owner: { table: 'team', id: other },
    })
  })

  it('with an empty required choice is refused, naming row and column', () => {
    expect(() =>
      decodeRow(integrationCommitPolicy, { govcdm_integrationcommitpolicyid: id }),
    ).toThrowError(
      UnreadableRowError,
      `Row ${id} of govcdm_integrationcommitpolicy, column govcdm_commitmode: it is empty, but the column is required.`,
    )
  })

  it('with a choice value that nobody declared is refused', () => {
    const strange = { ...wire, govcdm_ledgerstatus: 5 }

    expect(() => decodeRow(integrationLedger, strange, ['ledgerStatus'])).toThrowError(
      UnreadableRowError,
      /govcdm_ledgerstatus: 5 is not a value/,
    )
  })

  it('without its id is no row', () => {
    expect(() => decodeRow(country, {}, [])).toThrowError(ProtocolError)
  })

  it('is left out of its page and reported when the caller wants that', () => {
    const answer = {
      status: 200,
      headers: {},
      body: { value: [wire, { ...wire, govcdm_ledgerstatus: 5 }] },
    }
    const options = { select: ['ledgerStatus'] } as const
    const page = query(integrationLedger, { ...options, skipUnreadable: true }).decode(answer)

    expect(page.rows.length).toBe(1)
    expect(page.unreadable.map(({ id: row, column }) => [row, column])).toEqual([
      [id, 'govcdm_ledgerstatus'],
    ])
    expect(() => query(integrationLedger, options).decode(answer)).toThrowError(UnreadableRowError)
  })
})

describe('Every declared table', () => {
  for (const table of localTables as readonly Table[]) {
    it(`${table.logicalName} reads back what was written`, () => {
      fc.assert(
        fc.property(rowOf(table), (row) => {
          const stored = storedForm(
            table,
            JSON.parse(JSON.stringify(encodeRow(table, row))) as WireRow,
          )
          const read: unknown = decodeRow(table, stored)

          expect(read).toEqual({ id, etag: 'W/"1"', ...row })
        }),
        { numRuns: 40 },
      )
    })
  }
})

const guids = fc.uuid().map((uuid) => uuid.toLowerCase())

function valueOf(column: Column): fc.Arbitrary<unknown> {
  switch (column.kind) {
    case 'text':
    case 'memo':
      return fc.string({ unit: 'grapheme' })
    case 'integer':
    case 'bigInteger':
      return fc.integer()
    case 'decimal':
    case 'float':
    case 'money':
      return fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0)
    case 'yesNo':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...Object.keys(column.options ?? {}))
    case 'choices':
      return fc.subarray(Object.keys(column.options ?? {}), { minLength: 1 })
    case 'image':
      return fc.base64String({ minLength: 4 })
    case 'dateTime':
      return fc
        .integer({ min: -6_000_000_000, max: 250_000_000_000 })
        .map((s) => new Date(s * 1_000))
    case 'date':
      return fc
        .integer({ min: 0, max: 40_000 })
        .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
    case 'uniqueIdentifier':
    case 'file':
      return guids
    case 'lookup':
      return fc.record({ table: fc.constantFrom(...(column.targets ?? [])), id: guids })
  }
}

function rowOf(table: Table): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const columns = Object.entries(table.columns).map(([name, column]) => {
    const value = valueOf(column)
    return [name, column.required ? value : fc.option(value)] as const
  })
  return fc.record(Object.fromEntries(columns), { noNullPrototype: true })
}

/** What the platform answers for a row that was sent: bound lookups as ids with their tables. */
function storedForm(table: Table, sent: WireRow): WireRow {
  const stored: Record<string, unknown> = { '@odata.etag': 'W/"1"', [table.primaryId]: id }
  const lookups = Object.values(table.columns).filter((column) => column.kind === 'lookup')
  for (const [name, value] of Object.entries(sent)) {
    const navigation = name.replace(/@odata\.bind$/, '').toLowerCase()
    const column = lookups
      .filter(
        ({ logicalName }) => navigation === logicalName || navigation.startsWith(`${logicalName}_`),
      )
      .sort((a, b) => b.logicalName.length - a.logicalName.length)[0]
    if (name === navigation || !column) {
      stored[name] = value
      continue
    }
    const [, set, target] = /^\/(\w+)\((.+)\)$/.exec(String(value)) ?? []
    stored[`_${column.logicalName}_value`] = target ?? null
    stored[`_${column.logicalName}_value@Microsoft.Dynamics.CRM.lookuplogicalname`] =
      localTables.find(({ entitySetName }) => entitySetName === set)?.logicalName
  }
  return stored
}
