import { emitForm } from '../../../../solution/emit/ui/index.js'
import { writeFragment } from '../../../../solution/emit/xml.js'
import { controlClass } from '../../../../solution/model/solution/index.js'
import type {
  FieldControl,
  Form,
  SubgridControl,
} from '../../../../solution/model/solution/index.js'
import { childOf, descendants } from '../../../../solution/model/xml.js'
import { parseXml } from '../../../../solution/read/index.js'
import { readForm } from '../../../../solution/read/ui/index.js'

const id = (digit: number) => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`

const name: FieldControl = {
  kind: 'field',
  id: 'x_name',
  column: 'x_name',
  classId: controlClass.textBox,
}

const shelves: SubgridControl = {
  kind: 'subgrid',
  id: 'shelves',
  source: { table: 'x_shelf', viewId: id(6), relationship: 'x_shelf_Room_x_room' },
  recordsPerPage: 8,
}

function roomForm(...controls: readonly (FieldControl | SubgridControl)[]): Form {
  return {
    id: id(1),
    type: 'main',
    name: 'Room',
    tabs: [
      {
        id: id(2),
        name: 'general',
        label: 'General',
        columns: [
          {
            width: '100%',
            sections: [
              {
                id: id(3),
                label: 'Details',
                rows: controls.map((control, at) => ({
                  cells: [{ id: id(4 + at), label: control.id, control }],
                })),
              },
            ],
          },
        ],
      },
    ],
  }
}

const text = (form: Form) => writeFragment(emitForm(form))

describe('emitForm', () => {
  it('writes a form as the platform exports one', () => {
    expect(text(roomForm(name)).trim().split('\n')).toEqual([
      '<systemform>',
      '  <formid>{11111111-1111-4111-8111-111111111111}</formid>',
      '  <IntroducedVersion>1.0.0.0</IntroducedVersion>',
      '  <FormPresentation>1</FormPresentation>',
      '  <FormActivationState>1</FormActivationState>',
      '  <form>',
      '    <tabs>',
      '      <tab name="general" id="{22222222-1111-4111-8111-111111111111}" verticallayout="true" IsUserDefined="1">',
      '        <labels>',
      '          <label description="General" languagecode="1033" />',
      '        </labels>',
      '        <columns>',
      '          <column width="100%">',
      '            <sections>',
      '              <section id="{33333333-1111-4111-8111-111111111111}" showlabel="true" showbar="false" IsUserDefined="0">',
      '                <labels>',
      '                  <label description="Details" languagecode="1033" />',
      '                </labels>',
      '                <rows>',
      '                  <row>',
      '                    <cell id="{44444444-1111-4111-8111-111111111111}" showlabel="true" locklevel="0">',
      '                      <labels>',
      '                        <label description="x_name" languagecode="1033" />',
      '                      </labels>',
      '                      <control id="x_name" classid="{4273EDBD-AC1D-40D3-9FB2-095C621B552D}" datafieldname="x_name" />',
      '                    </cell>',
      '                  </row>',
      '                </rows>',
      '              </section>',
      '            </sections>',
      '          </column>',
      '        </columns>',
      '      </tab>',
      '    </tabs>',
      '  </form>',
      '  <IsCustomizable>1</IsCustomizable>',
      '  <CanBeDeleted>1</CanBeDeleted>',
      '  <LocalizedNames>',
      '    <LocalizedName description="Room" languagecode="1033" />',
      '  </LocalizedNames>',
      '</systemform>',
    ])
  })

  it('describes a bound field by its stock control and the bound one for every device', () => {
    const binding = {
      control: 'x_Rooms.Sign',
      columns: { value: 'x_name' },
      inputs: { tone: { type: 'SingleLine.Text', value: 'calm' } },
    }
    const form = roomForm({ ...name, uniqueId: id(9), binding })
    const described = text(form).split('<controlDescriptions>')[1]?.split('\n').slice(1, 23)

    expect(text(form)).toContain(
      '<control id="x_name" classid="{F9A8A302-114E-466A-B582-6771B2AE0D92}" ' +
        'datafieldname="x_name" uniqueid="{99999999-1111-4111-8111-111111111111}" />',
    )
    expect(described?.map((line) => line.slice(6))).toEqual([
      '<controlDescription forControl="{99999999-1111-4111-8111-111111111111}">',
      '  <customControl id="{4273EDBD-AC1D-40D3-9FB2-095C621B552D}">',
      '    <parameters>',
      '      <datafieldname>x_name</datafieldname>',
      '    </parameters>',
      '  </customControl>',
      ...['0', '1', '2'].flatMap((formFactor) => [
        `  <customControl formFactor="${formFactor}" name="x_Rooms.Sign">`,
        '    <parameters>',
        '      <value>x_name</value>',
        '      <tone static="true" type="SingleLine.Text">calm</tone>',
        ...(formFactor === '2' ? [] : ['    </parameters>', '  </customControl>']),
      ]),
    ])
  })

  it('repeats what a bound subgrid shows, for the stock control and in the data set', () => {
    const binding = { control: 'x_Rooms.Shelves', dataSet: { name: 'rows' } }
    const form = roomForm({ ...shelves, uniqueId: id(9), binding })
    const root = emitForm(form)
    const sets = [...descendants(root)].filter((one) => one.name === 'data-set')
    const [own, stock] = [...descendants(root)].filter((one) => one.name === 'parameters')

    expect(stock?.children).toEqual(own?.children)
    expect(sets.length).toBe(3)
    expect(sets[0]?.children.map((child) => [child.name, child.text])).toEqual([
      ['ViewId', '{66666666-1111-4111-8111-111111111111}'],
      ['IsUserView', 'false'],
      ['RelationshipName', 'x_shelf_Room_x_room'],
      ['TargetEntityType', 'x_shelf'],
      ['EnableViewPicker', 'false'],
      ['FilteredViewIds', '{66666666-1111-4111-8111-111111111111}'],
    ])
    expect(readForm(root, 'main')).toEqual(form)
  })

  it('refuses a bound control whose description nothing would point at, and names it', () => {
    const binding = { control: 'x_Rooms.Sign', columns: { value: 'x_name' } }

    expect(() => emitForm(roomForm({ ...name, binding }))).toThrowError(
      'Control x_name is bound to x_Rooms.Sign but has no unique id, by which its description is found.',
    )
  })

  it('leaves out what a setting without text stands for', () => {
    const [tab] = roomForm(name).tabs
    const form = { ...roomForm(), tabs: [{ ...tab, settings: { verticallayout: '' } }] } as Form

    expect(text(form)).toContain('id="{22222222-1111-4111-8111-111111111111}" IsUserDefined="1">')
  })
})

describe('readForm', () => {
  it('keeps a control bound to phones alone as it was read, and writes it back', () => {
    const bound = text(
      roomForm({
        ...name,
        uniqueId: id(9),
        binding: { control: 'x_Rooms.Sign', columns: { value: 'x_name' } },
      }),
    )
    const phonesOnly = bound.replace(/<customControl formFactor="[02]"[^]*?<\/customControl>/g, '')
    const original = parseXml(phonesOnly, 'form')
    const form = readForm(original, 'main')

    expect(form.tabs[0]?.columns[0]?.sections[0]?.rows[0]?.cells[0]?.control).toEqual({
      ...name,
      classId: controlClass.bound,
      uniqueId: id(9),
    })
    expect(form.rest?.map((part) => part.name)).toEqual(['controlDescriptions'])
    expect(childOf(emitForm(form), 'form')).toEqual(childOf(original, 'form'))
  })

  it('refuses a form without an id, and says where', () => {
    expect(() =>
      readForm(parseXml('<systemform>\n<form /></systemform>', 'x'), 'main'),
    ).toThrowError('customizations.xml, line 1: <systemform> has no <formid>.')
  })
})
