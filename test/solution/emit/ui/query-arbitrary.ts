import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'

import {
  listOperators,
  standardChart,
  standardView,
  viewType,
} from '../../../../solution/model/solution/index.js'
import type {
  Chart,
  ChartCategory,
  Fetch,
  FetchAttribute,
  FetchCondition,
  FetchEntity,
  FetchFilter,
  FetchLink,
  FetchOrder,
  View,
  ViewColumn,
  ViewLayout,
} from '../../../../solution/model/solution/index.js'
import { element } from '../../../../solution/model/xml.js'
import {
  binding,
  entries,
  flag,
  id,
  model,
  name,
  rest,
  settings,
  some,
  text,
  unknown,
} from './arbitraries.js'

const others = settings({})

const attribute = model<FetchAttribute>(
  {
    name,
    alias: name,
    aggregate: name,
    groupBy: fc.constant(true),
    dateGrouping: name,
    settings: others,
  },
  ['alias', 'aggregate', 'groupBy', 'dateGrouping', 'settings'],
)

const order = model<FetchOrder>(
  { attribute: name, alias: name, descending: flag, settings: others },
  ['attribute', 'alias', 'settings'],
)

const condition: Arbitrary<FetchCondition> = model<FetchCondition>(
  {
    attribute: name,
    operator: fc.constantFrom('eq', 'null', 'last-x-days', ...listOperators),
    values: fc.array(text, { maxLength: 3 }),
    entityName: name,
    valueElements: flag,
    settings: others,
    valueSettings: fc.constant([]),
  },
  ['entityName', 'valueElements', 'settings', 'valueSettings'],
).map(({ valueElements, valueSettings, ...one }) => {
  const byOperator = listOperators.has(one.operator)
  const says = one.values.length === 1 && valueElements === !byOperator
  const areElements = one.values.length > 1 || (says ? valueElements : byOperator)
  return {
    ...one,
    ...(says ? { valueElements } : {}),
    ...(valueSettings && areElements && one.values.length > 0
      ? {
          valueSettings: one.values.map((_, at): Record<string, string> =>
            at === 0 ? { uiname: 'Name' } : {},
          ),
        }
      : {}),
  }
})

const filterOf = (filters: Arbitrary<readonly FetchFilter[]>) =>
  model<FetchFilter>(
    {
      type: fc.constantFrom('and', 'or'),
      quickFind: fc.constant(true),
      conditions: some(condition),
      filters,
      settings: others,
    },
    ['quickFind', 'settings'],
  )
const filter = filterOf(some(filterOf(fc.constant([]))))

const entityParts = (links: Arbitrary<readonly FetchLink[]>) => ({
  name,
  attributes: some(attribute),
  orders: some(order),
  filters: some(filter),
  links,
  allAttributes: fc.constant(true),
  settings: others,
  rest,
})
const linkOf = (links: Arbitrary<readonly FetchLink[]>) =>
  model<FetchLink>({ ...entityParts(links), from: name, to: name, alias: name, linkType: name }, [
    'alias',
    'linkType',
    'allAttributes',
    'settings',
    'rest',
  ])

export const fetch: Arbitrary<Fetch> = model<Fetch>({
  settings: entries('x_', text),
  entity: model<FetchEntity>(entityParts(some(linkOf(some(linkOf(fc.constant([])))))), [
    'allAttributes',
    'settings',
    'rest',
  ]),
})

const viewColumn = model<ViewColumn>({ name, width: fc.nat(), settings: others }, ['settings'])
const layout = model<ViewLayout>(
  {
    gridName: name,
    rowName: name,
    rowId: name,
    jump: fc.oneof(name, fc.constant('')),
    columns: some(viewColumn),
    binding,
    settings: entries('x_', text),
    rowSettings: others,
    rest,
  },
  ['binding', 'rowSettings', 'rest'],
)

export const view: Arbitrary<View> = model<View>(
  {
    id,
    name: text,
    description: text,
    type: fc.constantFrom(...Object.values(viewType)),
    isDefault: flag,
    canBeDeleted: flag,
    fetch,
    layout,
    settings: settings(standardView, fc.constant({})),
    rest,
  },
  ['description', 'layout', 'settings', 'rest'],
)

const category = model<ChartCategory>({ alias: name, measures: some(some(name)) })

export const chart: Arbitrary<Chart> = model<Chart>(
  {
    id,
    name: text,
    description: text,
    fetch,
    categories: some(category),
    isDefault: flag,
    presentation: some(unknown).map((series) => element('Chart', { Palette: 'None' }, series)),
    settings: settings(standardChart, fc.constant({})),
    rest,
  },
  ['description', 'settings', 'rest'],
)
