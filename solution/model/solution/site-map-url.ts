/** The page that a sub-area of a dashboard opens. */
export const dashboardsUrl = '/workplace/home_dashboards.aspx'

/** The page that shows a table by a view. */
export const viewUrl = (table: string, viewId: string): string =>
  `/main.aspx?pagetype=entitylist&etn=${table}&viewid=${viewId}&viewtype=1039`
