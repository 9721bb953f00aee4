import {
  ascending,
  chart,
  dashboard,
  fields,
  form,
  quickCreateForm,
  role,
  section,
  standardViews,
  subgrid,
  tab,
  tile,
  view,
  where,
} from '../../../../solution/model/solution/builders/index.js'
import {
  country,
  integrationLane,
  integrationLedger,
  stateOrProvince,
} from '../../../../solution/tables/index.js'

const { columns } = country
const foreign = stateOrProvince.columns.country
const states = view(stateOrProvince, 'All', { columns: [stateOrProvince.columns.name] })
const plain = (items: Parameters<typeof section>[1]) => [tab('General', [section('Main', items)])]

describe('a declaration that does not fit is refused, naming table, place and column:', () => {
  const wrong: readonly (readonly [what: string, make: () => unknown, message: RegExp])[] = [
    [
      'a view that shows a column of another table',
      () => view(country, 'Wrong', { columns: [foreign] }),
      /View Wrong of table govcdm_country uses column govcdm_country \(Country\)/,
    ],
    [
      'a view that filters by a column of another table, though of the same name',
      () =>
        view(country, 'Wrong', {
          columns: [columns.name],
          where: [where(stateOrProvince.columns.name).eq('x')],
        }),
      /View Wrong of table govcdm_country uses column govcdm_name/,
    ],
    [
      'a view that sorts by a column of another table',
      () => view(country, 'Wrong', { columns: [columns.name], orderBy: [ascending(foreign)] }),
      /View Wrong of table govcdm_country uses column govcdm_country/,
    ],
    [
      'a Quick Find over a column of another table',
      () => standardViews(country, { columns: [columns.name], find: [foreign], lookup: [] }),
      /View Quick Find Active Countries of table govcdm_country uses column govcdm_country/,
    ],
    [
      'a form that shows a column of another table',
      () => form(country, { tabs: plain(fields(foreign)) }),
      /Form Information \(main\) of table govcdm_country uses column govcdm_country/,
    ],
    [
      'a form that shows a column twice',
      () => form(country, { tabs: plain(fields(columns.name, columns.name)) }),
      /Form Information \(main\) of table govcdm_country holds .*govcdm_name twice/,
    ],
    [
      'a form with two sections of one name',
      () =>
        form(country, {
          tabs: [tab('General', [section('One', []), section('One', [])])],
        }),
      /Form Information \(main\) of table govcdm_country holds section \/ general\/one twice/,
    ],
    [
      'a subgrid by a column that is no lookup of the form’s table',
      () =>
        form(country, {
          tabs: plain([
            subgrid('States', {
              table: stateOrProvince,
              view: states,
              by: stateOrProvince.columns.name,
            }),
          ]),
        }),
      /subgrid States follows column govcdm_name of table govcdm_stateorprovince/,
    ],
    [
      'a subgrid that shows a view of another table',
      () =>
        form(country, {
          tabs: plain([
            subgrid('States', {
              table: stateOrProvince,
              view: view(country, 'All', { columns: [columns.name] }),
              by: foreign,
            }),
          ]),
        }),
      /subgrid States, shows view All of table govcdm_country, expected one of govcdm_stateorprovince/,
    ],
    [
      'a Quick Create form of a table without the flag',
      () => quickCreateForm(integrationLane, []),
      /Table govcdm_IntegrationLane has a Quick Create form but not the flag/,
    ],
    [
      'a chart by a column of another table',
      () =>
        chart(country, 'Wrong', {
          description: '',
          type: 'Bar',
          by: foreign,
          where: [where(columns.name).isNotNull()],
        }),
      /Chart Wrong of table govcdm_country uses column govcdm_country/,
    ],
    [
      'a dashboard tile with a view of another table',
      () => dashboard('Wrong', { description: '', rows: [[tile('One', country, states)]] }),
      /Dashboard Wrong, tile One, shows All of table govcdm_stateorprovince/,
    ],
    [
      'a role with a verb that is none',
      () => role('Wrong', { description: '', grants: [{ table: country, verbs: 'RX' }] }),
      /Privilege X on table govcdm_country/,
    ],
  ]
  for (const [what, make, message] of wrong) {
    it(what, () => {
      expect(make).toThrowError(message)
    })
  }
})

describe('a view', () => {
  const { ledgerStatus, supersededOn, latest, value } = integrationLedger.columns

  it('compares choices by the stored number of the option, and yes/no by 1 and 0', () => {
    const { fetch } = view(integrationLedger, 'Some', {
      columns: [value],
      where: [
        where(ledgerStatus).in('pending', 'certified'),
        where(latest).eq(true),
        where(supersededOn).isNull(),
      ],
    })

    expect(fetch.entity.filters).toEqual([
      {
        type: 'and',
        conditions: [
          {
            attribute: 'govcdm_ledgerstatus',
            operator: 'in',
            values: ['166840000', '166840001'],
          },
          { attribute: 'govcdm_latest', operator: 'eq', values: ['1'] },
          { attribute: 'govcdm_supersededon', operator: 'null', values: [] },
        ],
        filters: [],
      },
    ])
  })

  it('keeps its id when its columns change, and has another under another name', () => {
    const one = view(country, 'Some', { columns: [columns.name] })
    const wider = view(country, 'Some', { columns: [columns.name, columns.abbreviation] })
    const other = view(country, 'Other', { columns: [columns.name] })

    expect(wider.id).toBe(one.id)
    expect(other.id).not.toBe(one.id)
  })
})

describe('a form', () => {
  it('follows an item of several rows with the empty rows that the platform wants', () => {
    const { tabs } = form(country, {
      tabs: plain([
        subgrid('States', { table: stateOrProvince, view: states, by: foreign, rows: 4 }),
        ...fields(columns.name),
      ]),
    })
    const rows = tabs[0]?.columns[0]?.sections[0]?.rows ?? []

    expect(rows.map(({ cells }) => cells.length)).toEqual([1, 0, 0, 0, 1])
    expect(rows[0]?.cells[0]?.settings?.['rowspan']).toBe('4')
  })

  it('keeps a part’s id under a new label when the old name is given', () => {
    const idOf = (plan: ReturnType<typeof tab>) => form(country, { tabs: [plan] }).tabs[0]?.id

    expect(idOf(tab('Overview', [], { name: 'general' }))).toBe(idOf(tab('General', [])))
    expect(idOf(tab('Overview', []))).not.toBe(idOf(tab('General', [])))
  })
})
