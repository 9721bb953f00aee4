/** The source systems of the example, by source system key. */
export const source = {
  /** ISO 3166-1 country names and alpha-2 codes (package iso-3166). */
  iso: 'ISO-3166',
  /** Codes and common names as the International Olympic Committee lists them (world-countries). */
  ioc: 'IOC',
  /** ISO 3166-2 subdivisions (package iso-3166). */
  isoSubdivisions: 'ISO-3166-2',
  /** Spellings of a country that only the value maps know. */
  isoAlpha3: 'ISO-3166-ALPHA-3',
  isoNumeric: 'ISO-3166-NUMERIC',
} as const

/** The code list whose canonical values are ISO 3166-1 alpha-2 codes. */
export const countryCodeList = 'Country'
