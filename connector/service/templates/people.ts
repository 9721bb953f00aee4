import { contact } from '../../../solution/tables/index.js'
import { gender, genderMaps } from './code-lists.js'
import type { PolicyTemplate, TemplatePolicy } from './template.js'

const { columns, logicalName: targetTable } = contact

const plain = [columns.firstName, columns.lastName, columns.jobTitle, columns.department]

/** Wrong ones lock people out of their own records. */
const sensitive = [columns.birthDate, columns.governmentId]

/** What contact data is worth fades. */
const fading = [columns.emailAddress1, columns.telephone1, columns.mobilePhone]

export const people: PolicyTemplate = {
  templateId: 'people',
  title: 'People from an HR system',
  description:
    'Contacts are created and kept up to date by the HR system. Names, jobs and addresses take effect on arrival, ways to reach a person count as stale after half a year, and birth dates and government numbers wait for a steward.',
  policies: [
    { targetTable, commitMode: 'OnIngest', createMissingRecords: true },
    ...plain.map(({ logicalName }): TemplatePolicy => ({
      targetTable,
      fieldName: logicalName,
      commitMode: 'OnIngest',
    })),
    ...fading.map(({ logicalName }): TemplatePolicy => ({
      targetTable,
      fieldName: logicalName,
      commitMode: 'OnIngest',
      staleAfterDays: 180,
    })),
    ...sensitive.map(({ logicalName }): TemplatePolicy => ({
      targetTable,
      fieldName: logicalName,
      commitMode: 'OnCertify',
    })),
    {
      targetTable,
      fieldName: columns.genderCode.logicalName,
      commitMode: 'OnIngest',
      codeList: gender,
      unmappedCodes: 'Hold',
    },
    { targetTable, fieldName: columns.parentCustomer.logicalName, commitMode: 'OnIngest' },
  ],
  valueMaps: genderMaps,
}
