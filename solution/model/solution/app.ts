import type { XmlElement } from '../xml.js'
import type { Settings } from './settings.js'

/**
 * A model-driven app. `settings` of its parts: elements or attributes of their platform's element
 * that deviate from the standard of component-settings.ts.
 */
export interface App {
  readonly uniqueName: string
  readonly name: string
  readonly description?: string
  /** Name of the web resource that is the app's icon; the id of one that is another solution's. */
  readonly icon: string
  /** Logical names of the tables that belong to it. */
  readonly tables: readonly string[]
  /** Ids of dashboards, forms and views that belong to it; a table brings all its own. */
  readonly forms: readonly string[]
  readonly views: readonly string[]
  /** Ids of the roles that see it. */
  readonly roles: readonly string[]
  readonly siteMap: SiteMap
  readonly settings?: Settings
  /** Elements of `AppModule`, and `AppModuleComponent`s of other kinds, as read. */
  readonly rest?: readonly XmlElement[]
}

export interface SiteMap {
  readonly uniqueName: string
  readonly name: string
  readonly areas: readonly SiteMapArea[]
  readonly settings?: Settings
}

/**
 * Ids of areas, groups and sub-areas are letters, digits and underscores, unique in the site map.
 * `rest`: elements that this model has no word for, as read.
 */
export interface SiteMapArea {
  readonly id: string
  readonly title: string
  readonly groups: readonly SiteMapGroup[]
  readonly settings?: Settings
  readonly rest?: readonly XmlElement[]
}

export interface SiteMapGroup {
  readonly id: string
  readonly title: string
  readonly subAreas: readonly SiteMapSubArea[]
  readonly settings?: Settings
  readonly rest?: readonly XmlElement[]
}

/** A table's views, a dashboard or a page of its own address. */
export interface SiteMapSubArea {
  readonly id: string
  /** Absent: as what it opens is called. */
  readonly title?: string
  /** Logical name of the table it opens. */
  readonly table?: string
  /** Id of the view it opens first (needs `table`). */
  readonly viewId?: string
  /** Id of the dashboard it opens. */
  readonly dashboardId?: string
  readonly url?: string
  /** Name of the web resource (SVG) that is its icon. */
  readonly icon?: string
  readonly settings?: Settings
  readonly rest?: readonly XmlElement[]
}
