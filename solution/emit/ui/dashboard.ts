import {
  controlClass,
  standardDashboard,
  standardDashboardSection,
  standardDashboardTab,
  standardTile,
  standardTileParameters,
  withStandard,
} from '../../model/solution/index.js'
import type {
  Dashboard,
  DashboardSection,
  DashboardTab,
  DashboardTile,
} from '../../model/solution/index.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { braced, labels, namesOf, parametersOver, settingElements } from './parts.js'

/** The `Dashboard` element of a dashboard. */
export function emitDashboard(dashboard: Dashboard): XmlElement {
  const settings = withStandard(standardDashboard, dashboard.settings)
  const form =
    dashboard.form ?? element('form', {}, [element('tabs', {}, dashboard.tabs.map(emitTab))])
  return element('Dashboard', {}, [
    ...namesOf(dashboard),
    textElement('FormId', `{${dashboard.id}}`),
    ...settingElements(settings, 'IsCustomizable'),
    textElement('IsDefault', dashboard.isDefault),
    element('FormXml', {}, [element('forms', { type: 'dashboard' }, [form])]),
    ...settingElements(settings, 'IntroducedVersion', 'IsTabletEnabled', 'CanBeDeleted'),
  ])
}

function emitTab({ id, name, label, sections, settings }: DashboardTab): XmlElement {
  const attributes = { name, id: braced(id), ...withStandard(standardDashboardTab, settings) }
  const column = element('column', { width: '100%' }, [
    element('sections', {}, sections.map(emitSection)),
  ])
  return element('tab', attributes, [labels(label), element('columns', {}, [column])])
}

function emitSection({ id, name, label, tiles, settings }: DashboardSection): XmlElement {
  const spans = tiles.map((tile) => withStandard(standardTile, tile.settings))
  const total = (all: number, span: number) => all + span
  const width = spans.map(({ colspan }) => Number(colspan ?? 1)).reduce(total, 0)
  const height = Math.max(1, ...spans.map(({ rowspan }) => Number(rowspan ?? 1)))
  const standard = standardDashboardSection(width)
  return element('section', { name, id: braced(id), ...withStandard(standard, settings) }, [
    labels(label),
    element('rows', {}, [
      element('row', {}, tiles.map(emitTile)),
      // A cell that spans rows needs them to be there.
      ...Array.from({ length: height - 1 }, () => element('row')),
    ]),
  ])
}

function emitTile(tile: DashboardTile): XmlElement {
  const { id, label, controlId, uniqueId, settings } = tile
  const control = element(
    'control',
    {
      id: controlId,
      uniqueid: braced(uniqueId),
      classid: braced(controlClass.subgrid),
      indicationOfSubgrid: 'true',
    },
    [element('parameters', {}, parametersOf(tile))],
  )
  return element('cell', { id: braced(id), ...withStandard(standardTile, settings) }, [
    labels(label),
    control,
  ])
}

function parametersOf({ table, viewId, chartId, mode, parameters }: DashboardTile) {
  return [
    textElement('TargetEntityType', table),
    textElement('ChartGridMode', mode),
    textElement('ViewId', `{${viewId}}`),
    textElement('VisualizationId', braced(chartId) ?? ''),
    ...parametersOver(standardTileParameters, parameters),
  ]
}
