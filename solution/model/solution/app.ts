/** A model-driven app. */
export interface App {
  readonly uniqueName: string
  readonly name: string
  readonly description?: string
  /** Name of the web resource that is the app's icon. */
  readonly icon: string
  /** Logical names of the tables that belong to it. */
  readonly tables: readonly string[]
  /** Ids of dashboards, forms and views that belong to it; a table brings all its own. */
  readonly forms: readonly string[]
  readonly views: readonly string[]
  /** Ids of the roles that see it. */
  readonly roles: readonly string[]
  readonly siteMap: SiteMap
}

export interface SiteMap {
  readonly uniqueName: string
  readonly name: string
  readonly areas: readonly SiteMapArea[]
  readonly settings?: Readonly<Record<string, string>>
}

/** Ids of areas, groups and sub-areas are letters, digits and underscores, unique in the site map. */
export interface SiteMapArea {
  readonly id: string
  readonly title: string
  readonly groups: readonly SiteMapGroup[]
  readonly settings?: Readonly<Record<string, string>>
}

export interface SiteMapGroup {
  readonly id: string
  readonly title: string
  readonly subAreas: readonly SiteMapSubArea[]
  readonly settings?: Readonly<Record<string, string>>
}

/** A table's views, a dashboard or a page of its own address. */
export interface SiteMapSubArea {
  readonly id: string
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
  readonly settings?: Readonly<Record<string, string>>
}
