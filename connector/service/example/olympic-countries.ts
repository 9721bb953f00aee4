import { createRequire } from 'node:module'

export interface OlympicCountry {
  /** The Olympic committee's three letters, for example `GER`. */
  readonly code: string
  readonly name: string
  /** The country's two letters as world-countries has them; Kosovo's `XK` is not of ISO's list. */
  readonly alpha2: string
}

/** The part of a world-countries row that is used here; `cioc` is empty where there is no team. */
interface WorldCountry {
  readonly cca2: string
  readonly cioc: string
  readonly name: { readonly common: string }
}

/** Required, not imported: the package declares a default export that Node does not give it. */
const worldCountries = createRequire(import.meta.url)('world-countries') as readonly WorldCountry[]

export const olympicCountries: readonly OlympicCountry[] = worldCountries
  .filter(({ cioc }) => cioc !== '')
  .map(({ cioc, cca2, name }) => ({ code: cioc, name: name.common, alpha2: cca2 }))
