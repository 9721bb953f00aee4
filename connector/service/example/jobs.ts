import { createHash } from 'node:crypto'

import { iso31661, iso31662 } from 'iso-3166'

import { country, stateOrProvince } from '../../../solution/tables/index.js'
import { olympicCountries } from './olympic-countries.js'
import { countryCodeList, source } from './sources.js'

interface ItemBase {
  readonly externalKey: string
  /** The record the external key stands for, where the sender knows it. */
  readonly targetId?: string
}

interface FieldItem extends ItemBase {
  readonly fieldName: string
  readonly newValue: string
  readonly codeList?: string
}

interface RecordItem extends ItemBase {
  readonly record: Readonly<Record<string, string>>
}

interface RelationshipItem extends ItemBase {
  readonly fieldName: string
  readonly relatedTable: string
  readonly relatedSourceSystemKey: string
  readonly relatedExternalKey: string
}

/** A request of SubmitSyncJob. */
export interface SyncJobRequest {
  readonly sourceSystemKey: string
  readonly entityType: string
  readonly submissionKey: string
  readonly items: readonly (FieldItem | RecordItem | RelationshipItem)[]
}

const countryName = country.columns.name.logicalName
const countryCode = country.columns.abbreviation.logicalName

/** All countries of ISO 3166-1, a field item for the name and one for the alpha-2 code. */
export function isoCountriesJob(): SyncJobRequest {
  return job(
    source.iso,
    country.logicalName,
    iso31661.flatMap(({ alpha2, name }) => [
      { externalKey: alpha2, fieldName: countryName, newValue: name },
      { externalKey: alpha2, fieldName: countryCode, newValue: alpha2 },
    ]),
  )
}

/**
 * The countries with an Olympic committee, linked to the records of ISO's job.
 *
 * @param isoTargets The record of each alpha-2 code; a code without one is sent unlinked.
 */
export function olympicCountriesJob(isoTargets: ReadonlyMap<string, string>): SyncJobRequest {
  return job(
    source.ioc,
    country.logicalName,
    olympicCountries.flatMap(({ code, name, alpha2 }) => {
      const targetId = isoTargets.get(alpha2)
      const item = { externalKey: code, ...(targetId === undefined ? {} : { targetId }) }
      return [
        { ...item, fieldName: countryCode, newValue: code, codeList: countryCodeList },
        { ...item, fieldName: countryName, newValue: name },
      ]
    }),
  )
}

/** All subdivisions of ISO 3166-2, a record item and a link to the country of ISO's job each. */
export function subdivisionsJob(): SyncJobRequest {
  const { name, abbreviation, country: countryLink } = stateOrProvince.columns
  return job(
    source.isoSubdivisions,
    stateOrProvince.logicalName,
    iso31662.flatMap((subdivision) => [
      {
        externalKey: subdivision.code,
        record: {
          [name.logicalName]: subdivision.name,
          [abbreviation.logicalName]: subdivision.code,
        },
      },
      {
        externalKey: subdivision.code,
        fieldName: countryLink.logicalName,
        relatedTable: country.logicalName,
        relatedSourceSystemKey: source.iso,
        relatedExternalKey: subdivision.code.slice(0, 2),
      },
    ]),
  )
}

const submissionKeyStart = 'example-'

export function isExampleJob(submissionKey: string | undefined): boolean {
  return submissionKey?.startsWith(submissionKeyStart) ?? false
}

/** The submission key tells the content: the same data is not loaded twice, newer data is. */
function job(
  sourceSystemKey: string,
  entityType: string,
  items: SyncJobRequest['items'],
): SyncJobRequest {
  const hash = createHash('sha256').update(JSON.stringify(items)).digest('hex')
  return {
    sourceSystemKey,
    entityType,
    submissionKey: `${submissionKeyStart}${sourceSystemKey}-${hash.slice(0, 8)}`,
    items,
  }
}
