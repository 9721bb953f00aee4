import { country, stateOrProvince } from '../../../solution/tables/index.js'
import type { PolicyTemplate, TemplatePolicy } from './template.js'

const named = [country, stateOrProvince].flatMap(({ logicalName, columns }): TemplatePolicy[] => [
  { targetTable: logicalName, commitMode: 'OnIngest', createMissingRecords: true },
  { targetTable: logicalName, fieldName: columns.name.logicalName, commitMode: 'OnIngest' },
  {
    targetTable: logicalName,
    fieldName: columns.abbreviation.logicalName,
    commitMode: 'OnCertify',
  },
])

export const places: PolicyTemplate = {
  templateId: 'places',
  title: 'Countries and their parts',
  description:
    'Countries and states are created and named by their register. Abbreviations, which other systems rely on, wait for a steward.',
  policies: [
    ...named,
    {
      targetTable: stateOrProvince.logicalName,
      fieldName: stateOrProvince.columns.country.logicalName,
      commitMode: 'OnIngest',
    },
  ],
  valueMaps: [],
}
