import type { Settings } from './settings.js'

/**
 * What the platform writes of forms, views, charts and dashboards beside what the model has words
 * for, as its exports have it of parts that a maker did not touch. `settings` in the model hold what
 * deviates. Elements stand in the order of exports.
 */
export const standardForm: Settings = {
  IntroducedVersion: '1.0.0.0',
  FormPresentation: '1',
  FormActivationState: '1',
  IsCustomizable: '1',
  CanBeDeleted: '1',
}

export const standardTab: Settings = { verticallayout: 'true', IsUserDefined: '1' }

export const standardSection: Settings = {
  showlabel: 'true',
  showbar: 'false',
  IsUserDefined: '0',
}

export const standardCell: Settings = { showlabel: 'true', locklevel: '0' }

/** Of a header or footer so many cells wide. */
export const standardStrip = (width: number): Settings => ({
  celllabelposition: 'Top',
  columns: gridColumns(width),
  labelwidth: '115',
  celllabelalignment: 'Left',
})

/** The platform's text of a number of equal columns: a 1 each. */
const gridColumns = (count: number): string => '1'.repeat(Math.max(count, 1))

/** Parameters of a subgrid beside its source and its length of page. */
export const standardSubgrid: Settings = {
  AutoExpand: 'Fixed',
  EnableQuickFind: 'false',
  EnableChartPicker: 'false',
}

export const standardView: Settings = {
  IsCustomizable: '1',
  isprivate: '0',
  IntroducedVersion: '1.0.0.0',
}

export const standardChart: Settings = {
  IsCustomizable: '1',
  IntroducedVersion: '1.0.0.0',
  CanBeDeleted: '1',
}

export const standardDashboard: Settings = {
  IsCustomizable: '1',
  IntroducedVersion: '1.0.0.0',
  IsTabletEnabled: '0',
}

export const standardDashboardTab: Settings = { showlabel: 'true', verticallayout: 'true' }

/** Of tiles that take so many columns together. */
export const standardDashboardSection = (width: number): Settings => ({
  showlabel: 'false',
  showbar: 'false',
  columns: gridColumns(width),
})

export const standardTile: Settings = {
  showlabel: 'false',
  colspan: '1',
  rowspan: '12',
  auto: 'false',
}

/** Parameters of a tile beside its table, view, chart and mode. */
export const standardTileParameters: Settings = {
  IsUserView: 'false',
  RelationshipName: '',
  AutoExpand: 'Fixed',
  EnableQuickFind: 'false',
  EnableViewPicker: 'false',
  ViewIds: '',
  EnableJumpBar: 'false',
  IsUserChart: 'false',
  EnableChartPicker: 'false',
  RecordsPerPage: '10',
  HeaderColorCode: '',
}
