import { iso31661 } from 'iso-3166'

import { olympicCountries } from './olympic-countries.js'
import { countryCodeList, source } from './sources.js'

export interface ValueMap {
  readonly codeList: string
  readonly sourceSystemKey: string
  readonly sourceCode: string
  readonly sourceLabel: string
  readonly canonicalCodeValue: string
  readonly canonicalLabel: string
}

/**
 * Every spelling of a country that ISO lists, mapped to its alpha-2 code. Each belongs to the source
 * that writes it: `BRN` is Bahrain to the Olympic committee and Brunei to ISO, so a map for any
 * source would be wrong for one of them.
 */
export function countryValueMaps(): readonly ValueMap[] {
  const olympic = new Map(olympicCountries.map((country) => [country.alpha2, country]))
  return iso31661.flatMap(({ alpha2, alpha3, numeric, name }) => {
    const map = (sourceSystemKey: string, sourceCode: string, sourceLabel: string): ValueMap => ({
      codeList: countryCodeList,
      sourceSystemKey,
      sourceCode,
      sourceLabel,
      canonicalCodeValue: alpha2,
      canonicalLabel: name,
    })
    const team = olympic.get(alpha2)
    return [
      map(source.isoAlpha3, alpha3, name),
      map(source.isoNumeric, numeric, name),
      ...(team ? [map(source.ioc, team.code, team.name)] : []),
    ]
  })
}
