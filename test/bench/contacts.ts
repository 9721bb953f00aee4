import { commitMode } from '../../solution/app/choices.js'
import { contact } from '../../solution/tables/index.js'
import type { Api } from '../../connector/service/example/api.js'

/** The source system of everything that is measured. */
export const benchSource = 'BENCH'

const { firstName, lastName, emailAddress1, telephone1 } = contact.columns

/** Each record is four field items. */
export const fields = [firstName, lastName, emailAddress1, telephone1].map(
  (column) => column.logicalName,
)

export interface FieldItem {
  readonly externalKey: string
  readonly fieldName: string
  readonly newValue: string
}

/**
 * Field items of contacts, four a record.
 *
 * @param first The number of the first record; the same number is the same record.
 * @param version Another version is another value in every field.
 */
export function contactItems(first: number, records: number, version = 1): readonly FieldItem[] {
  return Array.from({ length: records }, (_, index) => {
    const number = first + index
    return fields.map((fieldName) => ({
      externalKey: `E-${number}`,
      fieldName,
      newValue: `${fieldName.slice(0, 8)} ${number} v${version}`,
    }))
  }).flat()
}

/** Lets the source create contacts and write all their columns at once. */
export async function allowContacts(api: Api): Promise<void> {
  await api.upsertCommitPolicies([
    {
      targetTable: contact.logicalName,
      authoritativeSources: benchSource,
      commitMode: commitMode.onIngest.label,
      createMissingRecords: true,
    },
  ])
}
