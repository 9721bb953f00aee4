import { account } from '../../../solution/tables/index.js'
import type { PolicyTemplate } from './template.js'

const { columns, logicalName: targetTable } = account

export const organisations: PolicyTemplate = {
  templateId: 'organisations',
  title: 'Organisations from a register',
  description:
    'Accounts are created and kept up to date by the register. Names and numbers take effect on arrival, ways to reach an organisation count as stale after a year, and who belongs to whom waits for a steward.',
  policies: [
    { targetTable, commitMode: 'OnIngest', createMissingRecords: true },
    { targetTable, fieldName: columns.name.logicalName, commitMode: 'OnIngest' },
    { targetTable, fieldName: columns.accountNumber.logicalName, commitMode: 'OnIngest' },
    ...[columns.emailAddress1, columns.telephone1, columns.webSiteUrl].map(({ logicalName }) => ({
      targetTable,
      fieldName: logicalName,
      commitMode: 'OnIngest' as const,
      staleAfterDays: 365,
    })),
    { targetTable, fieldName: columns.parentAccount.logicalName, commitMode: 'OnCertify' },
  ],
  valueMaps: [],
}
