import { account, contact } from '../../../solution/tables/index.js'
import { country, countryMaps, genderMaps, yesNo, yesNoMaps } from './code-lists.js'
import type { PolicyTemplate } from './template.js'

export const codes: PolicyTemplate = {
  templateId: 'code-lists',
  title: 'Code lists for countries, gender and yes or no',
  description:
    'Countries in two or three letters or in three digits, gender, and the many ways to write yes and no are translated. Countries in the addresses of contacts and accounts are written in two letters; a country that no map knows is held.',
  policies: [
    ...[contact, account].map(({ logicalName, columns }) => ({
      targetTable: logicalName,
      fieldName: columns.address1Country.logicalName,
      commitMode: 'OnIngest' as const,
      codeList: country,
      unmappedCodes: 'Hold' as const,
    })),
    {
      targetTable: contact.logicalName,
      fieldName: contact.columns.doNotEmail.logicalName,
      commitMode: 'OnIngest',
      codeList: yesNo,
      unmappedCodes: 'Pass Through',
    },
  ],
  valueMaps: [...countryMaps, ...genderMaps, ...yesNoMaps],
}
