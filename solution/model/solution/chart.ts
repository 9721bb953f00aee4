import type { XmlElement } from '../xml.js'
import type { Fetch } from './fetch.js'

/** A chart of a table (savedqueryvisualization). */
export interface Chart {
  readonly id: string
  readonly name: string
  readonly description?: string
  /** Aggregates; the aliases of its attributes are those of the categories and measures. */
  readonly fetch: Fetch
  readonly categories: readonly ChartCategory[]
  readonly isDefault: boolean
  /** The `Chart` element of the presentation: series, areas, titles. */
  readonly presentation: XmlElement
  /** Elements of `visualization` that deviate from the standard of ui-settings.ts. */
  readonly settings?: Readonly<Record<string, string>>
  /** Further elements of `visualization` as read. */
  readonly rest?: readonly XmlElement[]
}

export interface ChartCategory {
  readonly alias: string
  /** Aliases of measures, a list per series. */
  readonly measures: readonly (readonly string[])[]
}

/** A dashboard: rows of tiles that show a view, a chart or both. */
export interface Dashboard {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly isDefault: boolean
  readonly tabs: readonly DashboardTab[]
  /** Elements of `Dashboard` that deviate from the standard of ui-settings.ts. */
  readonly settings?: Readonly<Record<string, string>>
  /** The `form` element as read, where it holds more than tiles side by side; then without tabs. */
  readonly form?: XmlElement
}

export interface DashboardTab {
  readonly id: string
  readonly name?: string
  readonly label: string
  readonly sections: readonly DashboardSection[]
  readonly settings?: Readonly<Record<string, string>>
}

/** Tiles side by side; `colspan` and `rowspan` are among a tile's `settings`. */
export interface DashboardSection {
  readonly id: string
  readonly name?: string
  readonly label: string
  readonly tiles: readonly DashboardTile[]
  readonly settings?: Readonly<Record<string, string>>
}

export interface DashboardTile {
  readonly id: string
  readonly label: string
  /** Unique in the dashboard. */
  readonly controlId: string
  readonly table: string
  readonly viewId: string
  readonly chartId?: string
  readonly mode: 'Chart' | 'Grid' | 'All'
  /** Which `controlDescription` would be the control's. */
  readonly uniqueId?: string
  readonly settings?: Readonly<Record<string, string>>
  /** Parameters of the tile's control that deviate from the standard of ui-settings.ts. */
  readonly parameters?: readonly XmlElement[]
}
