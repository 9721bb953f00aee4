import {
  controlClass,
  deviations,
  standardDashboard,
  standardDashboardSection,
  standardDashboardTab,
  standardTile,
  standardTileParameters,
} from '../../model/solution/index.js'
import type {
  Dashboard,
  DashboardSection,
  DashboardTab,
  DashboardTile,
} from '../../model/solution/index.js'
import { childOf, childrenOf, elementAt, textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import {
  bareId,
  descriptionOf,
  furtherParameters,
  given,
  idAt,
  isTrue,
  labelOf,
  nameOf,
  otherAttributes,
  otherChildren,
  requiredAt,
  standardTexts,
} from './parts.js'

/**
 * Reads a `Dashboard` element. Texts are those of the base language.
 *
 * @throws SolutionFormatError for one without id or form.
 */
export function readDashboard(dashboard: XmlElement): Dashboard {
  const form = requiredAt(dashboard, 'FormXml', 'forms', 'form')
  const tabs = readTabs(form)
  return given<Dashboard>({
    id: idAt(dashboard, 'FormId'),
    name: nameOf(dashboard),
    description: descriptionOf(dashboard),
    isDefault: isTrue(textAt(dashboard, 'IsDefault')),
    tabs: tabs ?? [],
    settings: deviations(standardDashboard, {
      ...standardTexts(dashboard, standardDashboard),
      ...standardTexts(dashboard, { CanBeDeleted: '' }),
    }),
    form: tabs ? undefined : form,
  })
}

/** The tabs of a form that has only tiles side by side; undefined for any other. */
function readTabs(form: XmlElement): readonly DashboardTab[] | undefined {
  const tabs = childOf(form, 'tabs')
  if (!tabs || otherAttributes(form) || otherChildren(form, 'tabs')) return undefined
  return otherAttributes(tabs) ? undefined : allOf(childrenOf(tabs).map(readTab))
}

function readTab(tab: XmlElement): DashboardTab | undefined {
  const [column, ...others] = childrenOf(childOf(tab, 'columns'))
  if (others.length > 0 || column?.attributes.width !== '100%') return undefined
  const sections = allOf(childrenOf(childOf(column, 'sections')).map(readSection))
  if (!sections || otherChildren(tab, 'labels', 'columns')) return undefined
  return given<DashboardTab>({
    id: bareId(tab.attributes.id),
    name: tab.attributes.name,
    label: labelOf(tab),
    sections,
    settings: deviations(standardDashboardTab, otherAttributes(tab, 'id', 'name') ?? {}),
  })
}

function readSection(section: XmlElement): DashboardSection | undefined {
  const [row, ...fillers] = childrenOf(childOf(section, 'rows'))
  const tiles = allOf(childrenOf(row).map(readTile))
  if (!tiles || otherChildren(section, 'labels', 'rows')) return undefined
  const span = (name: 'colspan' | 'rowspan') =>
    childrenOf(row).map(({ attributes }) => Number(attributes[name] ?? 1))
  const isFiller = (one: XmlElement) => one.children.length === 0 && !otherAttributes(one)
  const height = Math.max(1, ...span('rowspan'))
  if (!row || otherAttributes(row) || !fillers.every(isFiller)) return undefined
  if (fillers.length !== height - 1) return undefined
  const width = span('colspan').reduce((all, one) => all + one, 0)
  return given<DashboardSection>({
    id: bareId(section.attributes.id),
    name: section.attributes.name,
    label: labelOf(section),
    tiles,
    settings: deviations(
      standardDashboardSection(width),
      otherAttributes(section, 'id', 'name') ?? {},
    ),
  })
}

const parameterWords = ['TargetEntityType', 'ChartGridMode', 'ViewId', 'VisualizationId']
const modes: readonly (string | undefined)[] = ['Chart', 'Grid', 'All']
const controlWords = ['id', 'uniqueid', 'classid', 'indicationOfSubgrid']

function readTile(cell: XmlElement): DashboardTile | undefined {
  const control = childOf(cell, 'control')
  const parameters = elementAt(control, 'parameters')
  const table = textAt(parameters, 'TargetEntityType')
  const viewId = bareId(textAt(parameters, 'ViewId'))
  const mode = textAt(parameters, 'ChartGridMode')
  if (!control || otherAttributes(control, ...controlWords)) return undefined
  if (bareId(control.attributes.classid).toUpperCase() !== controlClass.subgrid) return undefined
  if (!table || viewId === '' || !isMode(mode)) return undefined
  if (otherChildren(cell, 'labels', 'control') || otherChildren(control, 'parameters')) {
    return undefined
  }
  return given<DashboardTile>({
    id: bareId(cell.attributes.id),
    label: labelOf(cell),
    controlId: control.attributes.id ?? '',
    table,
    viewId,
    chartId: bareId(textAt(parameters, 'VisualizationId')) || undefined,
    mode,
    uniqueId: bareId(control.attributes.uniqueid) || undefined,
    settings: deviations(standardTile, otherAttributes(cell, 'id') ?? {}),
    parameters: furtherParameters(parameters, parameterWords, standardTileParameters),
  })
}

const isMode = (mode: string | undefined): mode is DashboardTile['mode'] => modes.includes(mode)

function allOf<Value>(values: readonly (Value | undefined)[]): readonly Value[] | undefined {
  const found = values.filter((value) => value !== undefined)
  return found.length === values.length ? found : undefined
}
