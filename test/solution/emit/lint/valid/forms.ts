import { idOf, lines, localized, texts } from './xml.js'

export const classes = {
  text: '4273EDBD-AC1D-40D3-9FB2-095C621B552D',
  integer: 'C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F',
  lookup: '270BD3DB-D9AF-4782-9025-509E298DEC0A',
  subgrid: 'E7A81278-8635-4D9E-8D4D-59480B391C5B',
  replaced: 'F9A8A302-114E-466A-B582-6771B2AE0D92',
} as const

export const field = (column: string, classId: string, more = ''): string =>
  `<control id="${column}" classid="{${classId}}" datafieldname="${column}"${more} />`

interface FormParts {
  readonly type: 'main' | 'quickCreate'
  readonly word: string
  readonly controls: readonly string[]
  readonly descriptions?: string
}

export function form({ type, word, controls, descriptions = '' }: FormParts): string {
  return lines(
    `<forms type="${type}">`,
    '<systemform>',
    texts({ formid: `{${idOf(word)}}`, IntroducedVersion: '1.0.0.0' }),
    formBody(word, controls, descriptions),
    localized('Information'),
    '</systemform>',
    '</forms>',
  )
}

export function formBody(word: string, controls: readonly string[], descriptions = ''): string {
  return lines(
    '<form>',
    '<tabs>',
    `<tab id="{${idOf(`${word} tab`)}}">`,
    '<columns><column width="100%"><sections>',
    `<section id="{${idOf(`${word} sec`)}}">`,
    '<rows>',
    ...controls.map((control, index) =>
      lines(`<row><cell id="{${idOf(`${word} c${index}`)}}">`, control, '</cell></row>'),
    ),
    '</rows>',
    '</section>',
    '</sections></column></columns>',
    '</tab>',
    '</tabs>',
    descriptions,
    '</form>',
  )
}

interface Subgrid {
  readonly id: string
  readonly table: string
  readonly view: string
  readonly relationship?: string
  readonly chart?: string
}

export const subgrid = ({ id, table, view, relationship = '', chart = '' }: Subgrid): string =>
  lines(
    `<control id="${id}" classid="{${classes.subgrid}}" indicationOfSubgrid="true">`,
    '<parameters>',
    texts({
      ViewId: `{${idOf(view)}}`,
      RelationshipName: relationship,
      TargetEntityType: table,
      VisualizationId: chart === '' ? '' : `{${idOf(chart)}}`,
    }),
    '</parameters>',
    '</control>',
  )

/** A control bound for the three form factors; `parameters` of each. */
export const description = (control: string, parameters: string, forControl = ''): string =>
  lines(
    '<controlDescriptions>',
    forControl === ''
      ? '<controlDescription>'
      : `<controlDescription forControl="{${idOf(forControl)}}">`,
    ...['0', '1', '2'].map((factor) =>
      lines(
        `<customControl name="${control}" formFactor="${factor}">`,
        `<parameters>${parameters}</parameters>`,
        '</customControl>',
      ),
    ),
    '</controlDescription>',
    '</controlDescriptions>',
  )
