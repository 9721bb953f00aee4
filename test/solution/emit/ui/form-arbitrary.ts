import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'

import {
  formTypes,
  standardCell,
  standardForm,
  standardSection,
  standardStrip,
  standardSubgrid,
  standardTab,
} from '../../../../solution/model/solution/index.js'
import type {
  FieldControl,
  Form,
  FormCell,
  FormColumn,
  FormControl,
  FormDisplay,
  FormRow,
  FormSection,
  FormStrip,
  FormTab,
  OtherControl,
  SubgridControl,
} from '../../../../solution/model/solution/index.js'
import {
  binding,
  classId,
  flag,
  id,
  model,
  name,
  parameters,
  rest,
  settings,
  some,
  source,
  text,
} from './arbitraries.js'

const unbound = { id: text, uniqueId: id, rest, settings: settings({}) }

const field = model<FieldControl>(
  {
    ...unbound,
    kind: fc.constant('field'),
    column: name,
    classId,
    disabled: flag,
    parameters: parameters({}),
    binding,
  },
  ['uniqueId', 'disabled', 'parameters', 'binding', 'rest', 'settings'],
)

const subgrid = model<SubgridControl>(
  {
    ...unbound,
    kind: fc.constant('subgrid'),
    source,
    recordsPerPage: fc.nat({ max: 250 }),
    parameters: parameters(standardSubgrid),
    binding,
  },
  ['uniqueId', 'parameters', 'binding', 'rest', 'settings'],
)

const other = model<Omit<OtherControl, 'binding'>>(
  { ...unbound, kind: fc.constant('other'), classId, parameters: parameters({}) },
  ['uniqueId', 'parameters', 'rest', 'settings'],
)

/** A binding is found by the unique id of its control. */
const control: Arbitrary<FormControl> = fc
  .tuple(fc.oneof(field, subgrid, other), id)
  .map(([one, uniqueId]) => (one.kind !== 'other' && one.binding ? { ...one, uniqueId } : one))

const cell = model<FormCell>({ id, label: text, control, settings: settings(standardCell), rest }, [
  'control',
  'settings',
  'rest',
])
const row = model<FormRow>({ cells: some(cell), settings: settings({}) }, ['settings'])
const section = model<FormSection>(
  { id, name: text, label: text, rows: some(row), settings: settings(standardSection), rest },
  ['name', 'settings', 'rest'],
)
const column = model<FormColumn>({ width: text, sections: some(section) })
const tab = model<FormTab>(
  { id, name: text, label: text, columns: some(column), settings: settings(standardTab), rest },
  ['name', 'settings', 'rest'],
)
const strip = model<FormStrip>(
  { id, rows: some(row), settings: settings(standardStrip(9)), rest },
  ['settings', 'rest'],
)
const display = model<FormDisplay>({
  order: fc.nat(),
  fallback: flag,
  to: fc.oneof(fc.constant('everyone' as const), some(id)),
})

export const form: Arbitrary<Form> = model<Form>(
  {
    id,
    type: fc.constantFrom(...formTypes),
    name: text,
    description: text,
    tabs: some(tab),
    header: strip,
    footer: strip,
    display,
    settings: settings(standardForm),
    rest,
  },
  ['description', 'header', 'footer', 'display', 'settings', 'rest'],
)
