import { country, stateOrProvince } from '../../../solution/tables/index.js'
import { commitMode } from '../../../solution/app/choices.js'
import { source } from './sources.js'

export interface CommitPolicy {
  readonly targetTable: string
  /** Absent: the whole table. */
  readonly fieldName?: string
  readonly authoritativeSources: string
  readonly commitMode: string
  readonly createMissingRecords?: boolean
  readonly writeBack?: boolean
}

/**
 * ISO creates; the Olympic committee may fill in names and codes, but ranks below ISO. A name that a
 * steward certifies is offered to the other of the two.
 */
export function commitPolicies(): readonly CommitPolicy[] {
  const onIngest = { commitMode: commitMode.onIngest.label }
  const ranked = { ...onIngest, authoritativeSources: `${source.iso};${source.ioc}` }
  return [
    {
      ...onIngest,
      targetTable: country.logicalName,
      authoritativeSources: source.iso,
      createMissingRecords: true,
    },
    {
      ...ranked,
      targetTable: country.logicalName,
      fieldName: country.columns.name.logicalName,
      writeBack: true,
    },
    {
      ...ranked,
      targetTable: country.logicalName,
      fieldName: country.columns.abbreviation.logicalName,
    },
    {
      ...onIngest,
      targetTable: stateOrProvince.logicalName,
      authoritativeSources: source.isoSubdivisions,
      createMissingRecords: true,
    },
  ]
}
