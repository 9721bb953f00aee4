import {
  isoCountriesJob,
  olympicCountriesJob,
  subdivisionsJob,
} from '../../../../connector/service/example/jobs.js'
import { countryValueMaps } from '../../../../connector/service/example/value-maps.js'

describe("the example's value maps", () => {
  const maps = countryValueMaps()
  const canonical = (sourceSystemKey: string, sourceCode: string) =>
    maps
      .filter((map) => map.sourceSystemKey === sourceSystemKey && map.sourceCode === sourceCode)
      .map((map) => map.canonicalCodeValue)

  it('translate three spellings of the 249 countries that ISO lists', () => {
    const of = (sourceSystemKey: string) =>
      maps.filter((map) => map.sourceSystemKey === sourceSystemKey).length

    expect(of('ISO-3166-ALPHA-3')).toBe(249)
    expect(of('ISO-3166-NUMERIC')).toBe(249)
    expect(of('IOC')).toBe(204)
    expect(maps.length).toBe(249 + 249 + 204)
  })

  it('tell Bahrain from Brunei by the source that writes BRN', () => {
    expect(canonical('IOC', 'BRN')).toEqual(['BH'])
    expect(canonical('ISO-3166-ALPHA-3', 'BRN')).toEqual(['BN'])
  })

  it('belong to a source each, and say nothing of a country that ISO does not list', () => {
    expect(maps.every((map) => map.sourceSystemKey !== '')).toBeTrue()
    expect(canonical('IOC', 'KOS')).toEqual([])
  })

  it('name each code of a source once', () => {
    expect(new Set(maps.map((map) => `${map.sourceSystemKey} ${map.sourceCode}`)).size).toBe(702)
  })
})

describe("the example's jobs", () => {
  it('have two items for each of 249 countries, 205 Olympic teams and 5,070 subdivisions', () => {
    expect(isoCountriesJob().items.length).toBe(498)
    expect(olympicCountriesJob(new Map()).items.length).toBe(410)
    expect(subdivisionsJob().items.length).toBe(10_140)
  })

  it('link a team to the record of its country, and leave one without a record unlinked', () => {
    const { items } = olympicCountriesJob(new Map([['DE', 'de-record']]))

    expect(items.filter((item) => item.externalKey === 'GER').map((item) => item.targetId)).toEqual(
      ['de-record', 'de-record'],
    )
    expect(items.filter((item) => item.externalKey === 'KOS').map((item) => item.targetId)).toEqual(
      [undefined, undefined],
    )
  })

  it('have the same submission key for the same content and another for other content', () => {
    const linked = olympicCountriesJob(new Map([['DE', 'de-record']]))

    expect(isoCountriesJob().submissionKey).toBe(isoCountriesJob().submissionKey)
    expect(linked.submissionKey).not.toBe(olympicCountriesJob(new Map()).submissionKey)
  })
})
