import type { DataSetSource } from '../../../controls/host/types.js'
import { country, stateOrProvince } from '../../../solution/tables/index.js'
import { countryName, countryRow, stateCountry, stateName, webApiUrl } from '../web-api-page.js'

const json = { 'Content-Type': 'application/json' }
export const states = stateOrProvince.logicalName
export const stateColumn = {
  id: stateOrProvince.primaryId,
  name: stateName,
  abbreviation: stateOrProvince.columns.abbreviation.logicalName,
  country: stateOrProvince.columns.country.logicalName,
} as const
export const countryColumn = { id: country.primaryId, name: countryName } as const
export const countries = country.logicalName

/** Makes a country and as many states in it, named S0, S1 ... by `name`; the country's id. */
export async function makeStates(
  count: number,
  name = (index: number) => `S${index}`,
): Promise<string> {
  const response = await fetch(`${webApiUrl}/${country.entitySetName}`, {
    method: 'POST',
    headers: { ...json, Prefer: 'return=representation' },
    body: JSON.stringify(countryRow('Norway')),
  })
  const id = String(((await response.json()) as Record<string, unknown>)[country.primaryId])
  const rows = Array.from({ length: count }, (_, index) => ({
    '@odata.type': `Microsoft.Dynamics.CRM.${states}`,
    [stateName]: name(index),
    [stateColumn.abbreviation]: `X-${index}`,
    [`${stateCountry}@odata.bind`]: `/${country.entitySetName}(${id})`,
  }))
  for (let start = 0; start < rows.length; start += 1_000) {
    const made = await fetch(
      `${webApiUrl}/${stateOrProvince.entitySetName}/Microsoft.Dynamics.CRM.CreateMultiple`,
      {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ Targets: rows.slice(start, start + 1_000) }),
      },
    )
    if (!made.ok) throw new Error(await made.text())
  }
  return id
}

/** A subgrid of a country's states, in the order of their abbreviations. */
export function statesOf(countryId: string, over: Partial<DataSetSource> = {}): DataSetSource {
  return {
    table: states,
    viewId: 'b0000000-0000-4000-8000-000000000001',
    viewName: 'Active States',
    fetchXml: `<fetch><entity name="${states}"><attribute name="${stateColumn.abbreviation}"/><order attribute="${stateColumn.abbreviation}"/></entity></fetch>`,
    columns: [
      { name: stateColumn.abbreviation, width: 100 },
      { name: stateColumn.name, width: 200 },
    ],
    related: { column: stateColumn.country, id: countryId },
    pageSize: 2,
    ...over,
  }
}
