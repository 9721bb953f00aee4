import { emitDefaultControl, emitView } from '../../../../solution/emit/ui/index.js'
import { writeFragment } from '../../../../solution/emit/xml.js'
import { viewType } from '../../../../solution/model/solution/index.js'
import type { View } from '../../../../solution/model/solution/index.js'
import { parseXml } from '../../../../solution/read/index.js'
import { readView } from '../../../../solution/read/ui/index.js'

const rooms: View = {
  id: '11111111-1111-4111-8111-111111111111',
  name: 'Open rooms',
  description: 'Rooms that are not locked',
  type: viewType.public,
  isDefault: true,
  canBeDeleted: true,
  fetch: {
    settings: { version: '1.0', mapping: 'logical' },
    entity: {
      name: 'x_room',
      attributes: [{ name: 'x_roomid' }, { name: 'x_name' }],
      orders: [{ attribute: 'x_name', descending: false }],
      filters: [
        {
          type: 'and',
          conditions: [
            { attribute: 'statecode', operator: 'eq', values: ['0'] },
            { attribute: 'x_kind', operator: 'in', values: ['1', '2'] },
            { attribute: 'x_lock', operator: 'null', values: [] },
          ],
          filters: [],
        },
      ],
      links: [],
    },
  },
  layout: {
    gridName: 'resultset',
    rowName: 'result',
    rowId: 'x_roomid',
    jump: 'x_name',
    columns: [{ name: 'x_name', width: 300 }],
    settings: { select: '1', icon: '1', preview: '1' },
  },
}

const board = { control: 'x_Rooms.Board', dataSet: { name: 'rows' } }

describe('emitView', () => {
  it('writes a view as the platform exports one', () => {
    expect(writeFragment(emitView(rooms)).trim().split('\n')).toEqual([
      '<savedquery>',
      '  <IsCustomizable>1</IsCustomizable>',
      '  <CanBeDeleted>1</CanBeDeleted>',
      '  <isquickfindquery>0</isquickfindquery>',
      '  <isprivate>0</isprivate>',
      '  <isdefault>1</isdefault>',
      '  <savedqueryid>{11111111-1111-4111-8111-111111111111}</savedqueryid>',
      '  <layoutxml>',
      '    <grid name="resultset" jump="x_name" select="1" icon="1" preview="1">',
      '      <row name="result" id="x_roomid">',
      '        <cell name="x_name" width="300" />',
      '      </row>',
      '    </grid>',
      '  </layoutxml>',
      '  <querytype>0</querytype>',
      '  <fetchxml>',
      '    <fetch version="1.0" mapping="logical">',
      '      <entity name="x_room">',
      '        <attribute name="x_roomid" />',
      '        <attribute name="x_name" />',
      '        <order attribute="x_name" descending="false" />',
      '        <filter type="and">',
      '          <condition attribute="statecode" operator="eq" value="0" />',
      '          <condition attribute="x_kind" operator="in">',
      '            <value>1</value>',
      '            <value>2</value>',
      '          </condition>',
      '          <condition attribute="x_lock" operator="null" />',
      '        </filter>',
      '      </entity>',
      '    </fetch>',
      '  </fetchxml>',
      '  <IntroducedVersion>1.0.0.0</IntroducedVersion>',
      '  <LocalizedNames>',
      '    <LocalizedName description="Open rooms" languagecode="1033" />',
      '  </LocalizedNames>',
      '  <Descriptions>',
      '    <Description description="Rooms that are not locked" languagecode="1033" />',
      '  </Descriptions>',
      '</savedquery>',
    ])
  })

  it('has the control that stands in the place of the grid beside the row', () => {
    const bound = { ...rooms, layout: { ...rooms.layout, binding: board } } as View
    const emitted = writeFragment(emitView(bound))

    expect(emitted).toMatch(/<\/row>\s*<controlDescriptions>\s*<controlDescription>/)
    expect(emitted).toMatch(
      /<data-set name="rows">\s*<ViewId>00000000-0000-0000-0000-000000000000<\/ViewId>\s*<\/data-set>/,
    )
    expect(readView(parseXml(emitted, 'view'))).toEqual(bound)
  })

  it('marks a view of the quick find type as one', () => {
    const emitted = writeFragment(emitView({ ...rooms, type: viewType.quickFind }))

    expect(emitted).toContain('<isquickfindquery>1</isquickfindquery>')
    expect(emitted).toContain('<querytype>4</querytype>')
  })
})

describe('readView', () => {
  it('refuses a view without a query, and says where', () => {
    const view = `<savedquery>
      <savedqueryid>{${rooms.id}}</savedqueryid>
      <fetchxml />
    </savedquery>`

    expect(() => readView(parseXml(view, 'view'))).toThrowError(
      'customizations.xml, line 1: <savedquery> has no <fetchxml><fetch>, expected one.',
    )
  })
})

describe('emitDefaultControl', () => {
  it('shows the columns of whichever view is open', () => {
    expect(writeFragment(emitDefaultControl(board))).toMatch(
      /<data-set name="rows">\s*<columnsDefaultView \/>\s*<\/data-set>/,
    )
  })
})
