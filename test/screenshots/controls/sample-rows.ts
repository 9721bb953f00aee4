import { stewards } from '../../../solution/local/index.js'
import type { Table } from '../../../solution/model/index.js'
import {
  country,
  integrationLedger,
  integrationValueMap,
  ledgerStatus,
} from '../../../solution/tables/index.js'

/** The time that all pictures of the controls are taken at. */
export const pictureTime = new Date('2026-11-21T14:30:00Z')

export const sampleCountry = {
  id: 'b5a1f0c2-6c1e-4d0b-9a55-000000000001',
  name: 'Brunei Darussalam',
} as const

type Row = Readonly<Record<string, unknown>>

/** Puts what the pictures show into an empty local Dataverse. */
export async function makeSampleRows(origin: string): Promise<void> {
  const create = async (table: Table, rows: readonly Row[]) => {
    for (const row of rows) {
      const response = await fetch(`${origin}/api/data/v9.2/${table.entitySetName}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(row),
      })
      if (!response.ok) throw new Error(await response.text())
    }
  }
  const { name, abbreviation } = country.columns
  await create(country, [
    {
      [country.primaryId]: sampleCountry.id,
      [name.logicalName]: sampleCountry.name,
      [abbreviation.logicalName]: 'BN',
    },
  ])
  await create(integrationLedger, ledgerRows())
  await create(integrationValueMap, valueMapRows())
}

function ledgerRows(): readonly Row[] {
  const { name, abbreviation } = country.columns
  const [steward] = stewards
  const certified = {
    ledgerStatus: ledgerStatus.certified.value,
    settledStatus: ledgerStatus.certified.value,
  }
  return [
    {
      name: 'LEDGER-5',
      aspectKey: name.logicalName,
      sourceSystemKey: 'IOC',
      value: 'Brunei',
      previousValue: sampleCountry.name,
      reason:
        'It conflicts for Name: the policy ranks ISO-3166 higher, whose value is "Brunei Darussalam". Certify the one that is right.',
      observedDateTime: '2026-11-20T09:15:00Z',
    },
    {
      name: 'LEDGER-4',
      aspectKey: name.logicalName,
      sourceSystemKey: 'ISO-3166',
      value: sampleCountry.name,
      previousValue: 'Brunei',
      reason: 'The policy for Name accepts ISO-3166 on arrival.',
      observedDateTime: '2026-11-02T08:00:00Z',
      appliedOn: '2026-11-02T08:00:05Z',
      certifiedDateTime: '2026-11-03T15:40:00Z',
      certifiedBy: `/systemusers(${steward?.id ?? ''})`,
      ...certified,
    },
    {
      name: 'LEDGER-3',
      aspectKey: abbreviation.logicalName,
      sourceSystemKey: 'IOC',
      value: 'BRU',
      previousValue: 'BN',
      reason: 'A steward rejected it: the code of a sports federation.',
      notes: 'Codes of ISO 3166 only.',
      observedDateTime: '2026-10-12T10:00:00Z',
      ledgerStatus: ledgerStatus.rejected.value,
      settledStatus: ledgerStatus.rejected.value,
    },
    {
      name: 'LEDGER-2',
      aspectKey: abbreviation.logicalName,
      sourceSystemKey: 'ISO-3166',
      value: 'BN',
      reason: 'The policy for Abbreviation accepts ISO-3166 on arrival.',
      observedDateTime: '2026-02-01T08:00:00Z',
      appliedOn: '2026-02-01T08:00:05Z',
      staleOn: '2026-08-01T00:00:00Z',
      certifiedDateTime: '2026-02-01T08:00:05Z',
      ...certified,
    },
  ].map((row) => {
    const { certifiedBy, ...values } = {
      certifiedBy: undefined,
      ledgerAspect: integrationLedger.columns.ledgerAspect.options?.field?.value,
      targetTable: country.logicalName,
      targetId: sampleCountry.id,
      ledgerStatus: ledgerStatus.pending.value,
      settledStatus: ledgerStatus.pending.value,
      ...row,
    }
    return {
      ...byLogicalName(integrationLedger, values),
      ...(certifiedBy === undefined
        ? {}
        : { [`${integrationLedger.columns.certifiedBy.schemaName}@odata.bind`]: certifiedBy }),
    }
  })
}

/** One of each mark: a gap, a conflict, several codes for one, low confidence. */
function valueMapRows(): readonly Row[] {
  return (
    [
      ['IOC', 'NOR', 'NO', 'Norway', 1],
      ['ISO-3166-NUMERIC', '578', 'NO', 'Norway', 1],
      ['HRIS', 'NORWAY', 'NO', 'Norway', 1],
      ['IOC', 'GER', 'DE', 'Germany', 1],
      ['ISO-3166-NUMERIC', '276', 'DE', 'Germany', 1],
      ['HRIS', 'GERMANY', 'DE', 'Germany', 1],
      ['HRIS', 'DEUTSCHLAND', 'DE', 'Germany', 0.95],
      ['IOC', 'BRU', 'BN', 'Brunei Darussalam', 1],
      ['ISO-3166-NUMERIC', '096', 'BN', 'Brunei Darussalam', 1],
      ['IOC', 'GUI', 'GN', 'Guinea', 1],
      ['ISO-3166-NUMERIC', '324', 'GN', 'Guinea', 1],
      ['HRIS', 'GUINEA', 'GN', 'Guinea', 1],
      ['IOC', 'GBS', 'GW', 'Guinea-Bissau', 1],
      ['HRIS', 'GUINEA', 'GW', 'Guinea-Bissau', 0.5],
      ['IOC', 'SUI', 'CH', 'Switzerland', 1],
      ['ISO-3166-NUMERIC', '756', 'CH', 'Switzerland', 1],
      ['HRIS', 'SWISS', 'CH', 'Switzerland', 0.6],
    ] as const
  ).map(([sourceSystemKey, sourceCode, canonicalCodeValue, canonicalLabel, confidence]) =>
    byLogicalName(integrationValueMap, {
      name: `${sourceSystemKey}/${sourceCode}`,
      codeList: 'Country',
      sourceSystemKey,
      sourceCode,
      sourceLabel: canonicalLabel,
      canonicalCodeValue,
      canonicalLabel,
      confidence,
    }),
  )
}

function byLogicalName({ columns }: Table, row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [columns[name]?.logicalName ?? name, value]),
  )
}
