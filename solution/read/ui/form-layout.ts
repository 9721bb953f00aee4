import {
  deviations,
  standardCell,
  standardSection,
  standardStrip,
  standardTab,
} from '../../model/solution/index.js'
import type {
  FormCell,
  FormColumn,
  FormRow,
  FormSection,
  FormStrip,
  FormTab,
} from '../../model/solution/index.js'
import { childOf, childrenOf } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { readControl } from './form-control.js'
import type { Descriptions } from './form-control.js'
import { bareId, given, labelOf, otherAttributes, otherChildren } from './parts.js'

export function readTab(tab: XmlElement, descriptions: Descriptions): FormTab {
  return given<FormTab>({
    id: bareId(tab.attributes.id),
    name: tab.attributes.name,
    label: labelOf(tab),
    columns: childrenOf(childOf(tab, 'columns'), 'column').map((column) =>
      readColumn(column, descriptions),
    ),
    settings: deviations(standardTab, otherAttributes(tab, 'id', 'name') ?? {}),
    rest: otherChildren(tab, 'labels', 'columns'),
  })
}

function readColumn(column: XmlElement, descriptions: Descriptions): FormColumn {
  const sections = childrenOf(childOf(column, 'sections'), 'section')
  return {
    width: column.attributes.width ?? '',
    sections: sections.map((section) => readSection(section, descriptions)),
  }
}

function readSection(section: XmlElement, descriptions: Descriptions): FormSection {
  return given<FormSection>({
    id: bareId(section.attributes.id),
    name: section.attributes.name,
    label: labelOf(section),
    rows: readRows(section, descriptions),
    settings: deviations(standardSection, otherAttributes(section, 'id', 'name') ?? {}),
    rest: otherChildren(section, 'labels', 'rows'),
  })
}

/** Reads the header or the footer. */
export function readStrip(strip: XmlElement, descriptions: Descriptions): FormStrip {
  const rows = readRows(strip, descriptions)
  const standard = standardStrip(Math.max(0, ...rows.map(({ cells }) => cells.length)))
  return given<FormStrip>({
    id: bareId(strip.attributes.id),
    rows,
    settings: deviations(standard, otherAttributes(strip, 'id') ?? {}),
    rest: otherChildren(strip, 'rows'),
  })
}

function readRows(parent: XmlElement, descriptions: Descriptions): readonly FormRow[] {
  return childrenOf(childOf(parent, 'rows'), 'row').map((row) =>
    given<FormRow>({
      cells: childrenOf(row, 'cell').map((cell) => readCell(cell, descriptions)),
      settings: otherAttributes(row),
    }),
  )
}

function readCell(cell: XmlElement, descriptions: Descriptions): FormCell {
  const control = childOf(cell, 'control')
  return given<FormCell>({
    id: bareId(cell.attributes.id),
    label: labelOf(cell),
    control: control && readControl(control, descriptions),
    settings: deviations(standardCell, otherAttributes(cell, 'id') ?? {}),
    rest: otherChildren(cell, 'labels', 'control'),
  })
}
