import { iso31661 } from 'iso-3166'

import type { TemplateMap } from './template.js'

/** Canonical values are ISO 3166-1 alpha-2 codes. */
export const country = 'Country'

/** Every ISO 3166-1 spelling of a country: three letters and three digits. */
export const countryMaps: readonly TemplateMap[] = iso31661.flatMap(
  ({ alpha2, alpha3, numeric, name }) =>
    [alpha2, alpha3, numeric].map((sourceCode) => ({
      codeList: country,
      sourceCode,
      sourceLabel: name,
      canonicalCodeValue: alpha2,
      canonicalLabel: name,
    })),
)

/** Canonical values are the stored numbers of the platform's own gender choice. */
export const gender = 'Gender'

export const genderMaps: readonly TemplateMap[] = [
  { value: '1', label: 'Male', codes: ['M', 'm', 'Male', 'male'] },
  { value: '2', label: 'Female', codes: ['F', 'f', 'Female', 'female'] },
].flatMap(({ value, label, codes }) =>
  codes.map((sourceCode) => ({
    codeList: gender,
    sourceCode,
    canonicalCodeValue: value,
    canonicalLabel: label,
  })),
)

/** Canonical values are what a yes/no column takes. */
export const yesNo = 'Yes No'

export const yesNoMaps: readonly TemplateMap[] = [
  { value: 'true', label: 'Yes', codes: ['Y', 'y', 'Yes', 'yes', 'T', 'true', 'TRUE', '1'] },
  { value: 'false', label: 'No', codes: ['N', 'n', 'No', 'no', 'F', 'false', 'FALSE', '0'] },
].flatMap(({ value, label, codes }) =>
  codes.map((sourceCode) => ({
    codeList: yesNo,
    sourceCode,
    canonicalCodeValue: value,
    canonicalLabel: label,
  })),
)
