import type { Table } from '../../model/index.js'
import { fields, form, recordSection, section, tab } from '../../model/solution/builders/index.js'
import { emptySolution } from '../../model/solution/index.js'
import type { Form, Requirement, Solution } from '../../model/solution/index.js'
import { country, stateOrProvince } from '../../tables/index.js'
import { coreSolution, publisher, version } from '../publisher.js'

const name = 'Governed Data'
const description = 'The record beside what the integration ledger knows of it.'

/** Forms of our own on Core's tables; Core's stay as they are. */
const forms: readonly (readonly [table: Table, form: Form])[] = [
  [
    country,
    form(country, {
      name,
      description,
      tabs: [
        tab('General', [
          section('Country', fields(country.columns.name, country.columns.abbreviation)),
          recordSection(),
        ]),
      ],
    }),
  ],
  [
    stateOrProvince,
    form(stateOrProvince, {
      name,
      description,
      tabs: [
        tab('General', [
          section(
            'State or Province',
            fields(
              stateOrProvince.columns.name,
              stateOrProvince.columns.abbreviation,
              stateOrProvince.columns.country,
            ),
          ),
          recordSection(),
        ]),
      ],
    }),
  ],
]

/** New main forms for Core's country and state tables, to see governed records with. */
export function dataIntegrationExample(): Solution {
  return {
    ...emptySolution,
    uniqueName: 'govcdm_dataintegrationworkbench_example',
    label: 'Data Integration Example',
    description: "Forms for Core's countries and states that show governed data.",
    version,
    publisher,
    requires: forms.map(([table, form]) => formRequirement(table, form)),
    tables: forms.map(([table, form]) => ({
      table,
      include: 'listed',
      forms: [form],
      views: [],
      charts: [],
    })),
  }
}

function formRequirement({ logicalName, label }: Table, { id, name }: Form): Requirement {
  return {
    required: { type: '1', schemaName: logicalName, displayName: label, solution: coreSolution },
    dependent: {
      type: '60',
      id,
      displayName: name,
      parentSchemaName: logicalName,
      parentDisplayName: label,
    },
  }
}
