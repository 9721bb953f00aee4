import type { Table } from '../../model/index.js'
import {
  field,
  form,
  recordSection,
  section,
  subgrid,
  tab,
} from '../../model/solution/builders/index.js'
import type { FormItem, SectionPlan } from '../../model/solution/builders/index.js'
import type { Form } from '../../model/solution/index.js'
import { country, integrationLedger, stateOrProvince } from '../../tables/index.js'
import { badgeOf, timelineOfRecord, withBadge } from '../controls.js'
import { ledgerViews } from '../views/index.js'

const name = 'Governed Data'
const description = 'The record beside what the integration ledger knows of it.'

/**
 * Forms of our own on Core's tables; Core's stay as they are. What only a control can show is left out
 * where it was not built: a stock grid would show the entries of all records as this one's.
 */
export function governedForms(
  built: ReadonlySet<string>,
): readonly (readonly [table: Table, form: Form])[] {
  const provenance = built.has(timelineOfRecord.control) ? [provenanceSection()] : []
  return [
    [country, governedForm(country, governed(country.columns), provenance)],
    [
      stateOrProvince,
      governedForm(
        stateOrProvince,
        [
          ...governed(stateOrProvince.columns),
          field(stateOrProvince.columns.country),
          ...countryBadge(built),
        ],
        provenance,
      ),
    ],
  ]
}

function governed({
  name,
  abbreviation,
}: Pick<typeof country.columns, 'name' | 'abbreviation'>): readonly FormItem[] {
  return [name, abbreviation].map((column) => field(column, { binding: withBadge(column) }))
}

/** Code components cannot be bound to lookups together with other types, so the badge stands apart. */
function countryBadge(built: ReadonlySet<string>): readonly FormItem[] {
  const { country: about, name: host } = stateOrProvince.columns
  const binding = badgeOf(about, host)
  const label = `${about.label}: Provenance`
  return built.has(binding.control)
    ? [field(host, { label, readOnly: true, instance: 1, binding })]
    : []
}

function provenanceSection(): SectionPlan {
  return section('Provenance', [
    // The ledger points at records by table and id in text, so that there is no relationship.
    subgrid('Provenance', {
      table: integrationLedger,
      view: ledgerViews.timeline,
      binding: timelineOfRecord,
      rows: 20,
    }),
  ])
}

function governedForm(
  table: Table,
  items: readonly FormItem[],
  provenance: readonly SectionPlan[],
): Form {
  const general = [section(table.label, items), ...provenance, recordSection()]
  return form(table, { name, description, tabs: [tab('General', general)] })
}
