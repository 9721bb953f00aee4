import { defineTable, lookup, primaryName, required, text } from '../model/index.js'

/** Core's country table, in its published names. */
export const country = defineTable({
  schemaName: 'govcdm_country',
  label: 'Country',
  pluralLabel: 'Countries',
  origin: 'core',
  columns: {
    name: required(primaryName('govcdm_name', 'Name', { maxLength: 100 })),
    abbreviation: required(text('govcdm_abbreviation', 'Abbreviation', { maxLength: 100 })),
  },
})

/** Core's state or province table, in its published names. */
export const stateOrProvince = defineTable({
  schemaName: 'govcdm_stateorprovince',
  label: 'State or Province',
  pluralLabel: 'States or Provinces',
  origin: 'core',
  columns: {
    name: required(primaryName('govcdm_name', 'Name', { maxLength: 100 })),
    abbreviation: required(text('govcdm_abbreviation', 'Abbreviation', { maxLength: 100 })),
    country: required(
      lookup('govcdm_country', 'Country', country.logicalName, {
        relationships: [
          {
            schemaName: 'govcdm_stateorprovince_govcdm_country_govcdm_country',
            target: country.logicalName,
          },
        ],
      }),
    ),
  },
})
