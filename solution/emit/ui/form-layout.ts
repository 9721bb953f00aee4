import {
  standardCell,
  standardSection,
  standardStrip,
  standardTab,
  withStandard,
} from '../../model/solution/index.js'
import type {
  FormCell,
  FormColumn,
  FormRow,
  FormSection,
  FormStrip,
  FormTab,
} from '../../model/solution/index.js'
import { element } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { emitControl } from './form-control.js'
import { braced, labels } from './parts.js'

export function emitTab({ id, name, label, columns, settings, rest = [] }: FormTab): XmlElement {
  return element('tab', { name, id: braced(id), ...withStandard(standardTab, settings) }, [
    labels(label),
    element('columns', {}, columns.map(emitColumn)),
    ...rest,
  ])
}

function emitColumn({ width, sections }: FormColumn): XmlElement {
  return element('column', { width }, [element('sections', {}, sections.map(emitSection))])
}

function emitSection({ id, name, label, rows, settings, rest = [] }: FormSection): XmlElement {
  const attributes = { name, id: braced(id), ...withStandard(standardSection, settings) }
  return element('section', attributes, [labels(label), ...emitRows(rows), ...rest])
}

/** The header or the footer. */
export function emitStrip(
  name: 'header' | 'footer',
  { id, rows, settings, rest = [] }: FormStrip,
): XmlElement {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const attributes = { id: braced(id), ...withStandard(standardStrip(width), settings) }
  return element(name, attributes, [...emitRows(rows), ...rest])
}

const emitRows = (rows: readonly FormRow[]): readonly XmlElement[] =>
  rows.length === 0 ? [] : [element('rows', {}, rows.map(emitRow))]

const emitRow = ({ cells, settings }: FormRow): XmlElement =>
  element('row', settings, cells.map(emitCell))

function emitCell({ id, label, control, settings, rest = [] }: FormCell): XmlElement {
  return element('cell', { id: braced(id), ...withStandard(standardCell, settings) }, [
    labels(label),
    ...(control === undefined ? [] : [emitControl(control)]),
    ...rest,
  ])
}
