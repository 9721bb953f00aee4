import { idOf } from '../valid/xml.js'
import { change, remove, replace } from './fault.js'
import type { Fault } from './fault.js'

const viewOf = (table: string, word: string) =>
  `Entity ${table} > savedquery "${word}" {${idOf(word)}}`

const sizes = viewOf('govcdm_Part', 'part sizes')
const after = `{${idOf('part sizes')}}`

export const viewFaults: readonly Fault[] = [
  {
    rule: 'V1',
    name: 'a table without a lookup view',
    edit: change(idOf('setting lookup'), '<querytype>64', '<querytype>8192'),
    element: 'Entity govcdm_Setting',
    message: 'The table has no view of querytype 64 (lookup).',
  },
  {
    rule: 'V2',
    name: 'a view that reads another table',
    edit: change(
      `savedqueryid>{${idOf('part related')}`,
      '<entity name="govcdm_part">',
      '<entity name="govcdm_setting">',
    ),
    element: `${viewOf('govcdm_Part', 'part related')} > fetch`,
    message: 'The fetch reads "govcdm_setting"; expected "govcdm_part".',
    line: '<entity name="govcdm_setting"',
  },
  {
    rule: 'V3',
    name: 'a column of the layout that the fetch does not read',
    edit: change(after, '<cell name="govcdm_name"', '<cell name="createdon"'),
    element: `${sizes} > cell createdon`,
    message: 'The layout shows "createdon", which the fetch does not read.',
    line: '<cell name="createdon"',
  },
  {
    rule: 'V3',
    name: 'a column of a link that the fetch does not read',
    edit: change(after, '<cell name="whole.govcdm_size"', '<cell name="all.govcdm_size"'),
    element: `${sizes} > cell all.govcdm_size`,
    message: 'The layout shows "all.govcdm_size", which the fetch does not read.',
  },
  {
    rule: 'V3-columns',
    name: 'a view with a column that does not exist',
    edit: (files) =>
      change(
        after,
        '<attribute name="govcdm_name"',
        '<attribute name="govcdm_weight"',
      )(change(after, '<cell name="govcdm_name"', '<cell name="govcdm_weight"')(files)),
    element: `${sizes} > cell govcdm_weight`,
    message: 'The table "govcdm_part" has no column "govcdm_weight".',
    line: '<cell name="govcdm_weight"',
  },
  {
    rule: 'V3-columns',
    name: 'an order by a column that does not exist',
    edit: replace('<order attribute="createdon"', '<order attribute="createdat"'),
    element: `${sizes} > order createdat`,
    message: 'The table "govcdm_part" has no column "createdat".',
  },
  {
    rule: 'V3-columns',
    name: 'a condition on a column that does not exist',
    edit: change(
      idOf('part quick'),
      'condition attribute="govcdm_name"',
      'condition attribute="name"',
    ),
    element: `${viewOf('govcdm_Part', 'part quick')} > condition name`,
    message: 'The table "govcdm_part" has no column "name".',
  },
  {
    rule: 'V3-columns',
    name: 'a linked column that does not exist',
    edit: change('<link-entity', '<attribute name="govcdm_size"', '<attribute name="govcdm_sizes"'),
    element: `${sizes} > attribute govcdm_sizes`,
    message: 'The table "govcdm_thing" has no column "govcdm_sizes".',
    also: ['V3'],
  },
  {
    rule: 'V3-columns',
    name: 'a link to a table that does not exist',
    edit: replace('alias="whole" name="govcdm_thing"', 'alias="whole" name="govcdm_gone"'),
    element: `${sizes} > link-entity govcdm_gone`,
    message:
      'The fetch links "govcdm_gone", which is neither in the package nor of the platform nor a listed missing dependency.',
  },
  {
    rule: 'V4',
    name: 'rows identified by another column',
    edit: change(after, 'id="govcdm_partid"', 'id="govcdm_thingid"'),
    element: `${sizes} > row`,
    message: 'The row\'s id is "govcdm_thingid"; expected "govcdm_partid", the primary key.',
    line: '<row name="result" id="govcdm_thingid"',
  },
  {
    rule: 'V5',
    name: 'a quick find that finds nothing',
    edit: change(idOf('part quick'), ' isquickfindfields="1"', ''),
    element: `${viewOf('govcdm_Part', 'part quick')} > fetch`,
    message: 'The quick find view has no filter with isquickfindfields="1".',
  },
  {
    rule: 'V6',
    name: 'two default views of one type',
    edit: (files) =>
      new Map(files).set(
        'customizations.xml',
        (files.get('customizations.xml') ?? '').replace('<isdefault>0', '<isdefault>1'),
      ),
    element: sizes,
    message: '2 of 2 views of querytype 0 (public) have isdefault 1; expected exactly one.',
  },
  {
    rule: 'V7',
    name: 'a chart of a column that does not exist',
    edit: replace(
      '<attribute name="govcdm_size" groupby',
      '<attribute name="govcdm_width" groupby',
    ),
    element: `Entity govcdm_Thing > visualization {${idOf('thing chart')}} > attribute govcdm_width`,
    message: 'The table "govcdm_thing" has no column "govcdm_width".',
  },
  {
    rule: 'V7',
    name: 'a measure that the fetch does not name',
    edit: replace('<measure alias="number"', '<measure alias="count"'),
    element: `Entity govcdm_Thing > visualization {${idOf('thing chart')}} > measure count`,
    message: 'The alias "count" is not one of the chart\'s fetch.',
  },
  {
    rule: 'V7',
    name: 'a chart without fetch',
    edit: remove('<fetchcollection>', '</fetchcollection>'),
    element: `Entity govcdm_Thing > visualization {${idOf('thing chart')}}`,
    message: 'The chart has no fetch.',
  },
]
