import { country, integrationValueMap, stateOrProvince } from '../../solution/tables/index.js'

/** The Web API as a page of the same origin reaches it. */
export const webApiUrl = `${location.origin}/api/data/v9.2`

/** The client libraries ask the page for its organization's address, as pages of the platform answer. */
export function provideClientUrl(): void {
  Object.assign(globalThis, {
    GetGlobalContext: () => ({ getClientUrl: () => location.origin }),
  })
}

export const countryName = country.columns.name.logicalName
export const stateName = stateOrProvince.columns.name.logicalName
/** Navigation property from a state to its country. */
export const stateCountry = stateOrProvince.columns.country.schemaName
/** Collection-valued navigation property from a country to its states. */
export const countryStates = 'govcdm_stateorprovince_govcdm_country_govcdm_country'

export function countryRow(name: string): Record<string, string> {
  return { [countryName]: name, [country.columns.abbreviation.logicalName]: 'X' }
}

export function stateRow(name: string): Record<string, string> {
  return { [stateName]: name, [stateOrProvince.columns.abbreviation.logicalName]: 'X-1' }
}

export function valueMapRow(code: string): Record<string, string> {
  const { columns } = integrationValueMap
  return {
    [columns.name.logicalName]: 'IOC/NOR',
    [columns.codeList.logicalName]: 'Country',
    [columns.sourceCode.logicalName]: 'NOR',
    [columns.canonicalCodeValue.logicalName]: code,
  }
}

/** The Web API's answer of an error, as the clients hand it on. */
export interface WebApiError {
  readonly code: string
  readonly message: string
}

/** What the request is refused with; fails where it is not refused. */
export async function refusalOf(request: Promise<unknown>): Promise<WebApiError> {
  try {
    await request
  } catch (error) {
    return error as WebApiError
  }
  throw new Error('The request was not refused.')
}

/** The rows of the page after this one. */
export async function followNextLink(
  page: object,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { '@odata.nextLink': link } = page as { readonly '@odata.nextLink'?: string }
  if (link === undefined) throw new Error('The page has no link to a next one.')
  const answer = (await (await fetch(link)).json()) as {
    readonly value: readonly Readonly<Record<string, unknown>>[]
  }
  return answer.value
}
