import type { Column } from '../../column.js'
import type { Table } from '../../table.js'
import type { Form } from '../form.js'
import { nameColumnOf } from './columns-of.js'
import { fields, readOnly, spacer } from './form-item.js'
import { form } from './form.js'
import { section, tab } from './section.js'
import type { SectionPlan, TabPlan } from './section.js'
import { systemColumns } from './system-columns.js'

const { owner, createdOn, statusReason } = systemColumns

/** The form that shows a record of the table inside another's. */
export function quickForm(table: Table, columns: readonly Column[]): Form {
  const shown = [nameColumnOf(table), ...columns, owner]
  return form(table, {
    type: 'quick',
    tabs: [unlabelled('General', shown)],
  })
}

/** The form that shows a record as a card: status above, columns, then who has it since when. */
export function cardForm(table: Table, columns: readonly Column[]): Form {
  const sections = [
    cardSection('CardHeader', 'Header', '111', [
      ...fields(statusReason),
      spacer('header-2'),
      spacer('header-3'),
    ]),
    cardSection('CardDetails', 'Details', '1', fields(nameColumnOf(table), ...columns)),
    cardSection('CardFooter', 'Footer', '1111', [
      ...fields(owner, createdOn),
      spacer('footer-3'),
      spacer('footer-4'),
    ]),
  ]
  const strip = cardSection('ColorStrip', 'ColorStrip', '1', [])
  return form(table, {
    type: 'card',
    description: 'A card form for this entity.',
    tabs: [
      {
        label: '',
        name: 'general',
        settings: { IsUserDefined: '0' },
        columns: [
          { width: '25%', sections: [strip] },
          { width: '75%', sections },
        ],
      },
    ],
  })
}

/** System Administrator and System Customizer, by the ids that are theirs in every environment. */
const makers = ['627090ff-40a3-4053-8790-584edc5be201', '119f245c-3cc8-4b62-b31c-d1a046ced15d']

/** The pane in which a row is made without leaving the page. The table's `quickCreate` goes with it. */
export function quickCreateForm(table: Table, columns: readonly Column[]): Form {
  if (!table.quickCreate) {
    throw new Error(`Table ${table.schemaName} has a Quick Create form but not the flag for it.`)
  }
  return form(table, {
    type: 'quickCreate',
    name: 'Quick Create',
    display: { order: 0, fallback: true, to: makers },
    tabs: [unlabelled('Details', columns)],
  })
}

/** What the platform keeps of every row: who made and changed it, and whose it is. */
export function recordSection(): SectionPlan {
  const { createdBy, modifiedBy, modifiedOn } = systemColumns
  return section(
    'Record',
    [...fields(owner), ...readOnly(createdOn, createdBy, modifiedOn, modifiedBy)],
    { columns: 2 },
  )
}

function unlabelled(label: string, columns: readonly Column[]): TabPlan {
  const only = section(label, fields(...columns), { showLabel: false })
  return tab('', [only], { name: 'general', showLabel: false })
}

function cardSection(
  name: string,
  label: string,
  columns: string,
  items: SectionPlan['items'],
): SectionPlan {
  const settings = { columns, showlabel: 'false' }
  return { label, name, items, columns: columns.length, settings }
}
