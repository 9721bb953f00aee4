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
}

export interface DashboardTab {
  readonly id: string
  readonly name?: string
  readonly label: string
  readonly sections: readonly DashboardSection[]
  readonly settings?: Readonly<Record<string, string>>
}

/** Tiles side by side. */
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
  readonly settings?: Readonly<Record<string, string>>
  /** Further parameters of the tile's control as read. */
  readonly parameters?: readonly XmlElement[]
}
