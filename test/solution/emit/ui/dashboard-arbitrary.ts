import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'

import {
  standardDashboard,
  standardDashboardTab,
  standardTile,
  standardTileParameters,
} from '../../../../solution/model/solution/index.js'
import type {
  Dashboard,
  DashboardSection,
  DashboardTab,
  DashboardTile,
} from '../../../../solution/model/solution/index.js'
import { entries, flag, id, model, name, parameters, settings, some, text } from './arbitraries.js'

const { colspan: _, rowspan: __, ...standardWithoutSpans } = standardTile
const spans = fc.record({ colspan: fc.constantFrom('2', '3'), rowspan: fc.constantFrom('4', '20') })

const tile = model<DashboardTile>(
  {
    id,
    label: text,
    controlId: text,
    table: name,
    viewId: id,
    chartId: id,
    mode: fc.constantFrom('Chart', 'Grid', 'All'),
    uniqueId: id,
    settings: fc.oneof(settings(standardWithoutSpans), spans),
    parameters: parameters(standardTileParameters),
  },
  ['chartId', 'uniqueId', 'settings', 'parameters'],
)

const section = model<DashboardSection>(
  { id, name: text, label: text, tiles: some(tile), settings: entries('x_', text) },
  ['name', 'settings'],
)

const tab = model<DashboardTab>(
  {
    id,
    name: text,
    label: text,
    sections: some(section),
    settings: settings(standardDashboardTab),
  },
  ['name', 'settings'],
)

export const dashboard: Arbitrary<Omit<Dashboard, 'form'>> = model<Omit<Dashboard, 'form'>>(
  {
    id,
    name: text,
    description: text,
    isDefault: flag,
    tabs: some(tab),
    settings: settings(standardDashboard, fc.constant({})),
  },
  ['description', 'settings'],
)
