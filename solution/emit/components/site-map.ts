import {
  dashboardsUrl,
  standardArea,
  standardGroup,
  standardSiteMap,
  standardSubArea,
  viewUrl,
  withStandard,
} from '../../model/solution/index.js'
import type {
  SiteMap,
  SiteMapArea,
  SiteMapGroup,
  SiteMapSubArea,
} from '../../model/solution/index.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { language, localizedNames, textElements } from '../elements.js'

/** `AppModuleSiteMap` */
export function emitSiteMap(siteMap: SiteMap): XmlElement {
  const { IntroducedVersion, ...settings } = withStandard(standardSiteMap, siteMap.settings)
  return element('AppModuleSiteMap', {}, [
    textElement('SiteMapUniqueName', siteMap.uniqueName),
    ...textElements(settings),
    element('SiteMap', { IntroducedVersion }, siteMap.areas.map(emitArea)),
    localizedNames(siteMap.name),
  ])
}

const emitArea = ({ id, title, groups, settings, rest = [] }: SiteMapArea): XmlElement =>
  element('Area', { Id: id, ...withStandard(standardArea, settings) }, [
    titles(title),
    ...rest,
    ...groups.map(emitGroup),
  ])

const emitGroup = ({ id, title, subAreas, settings, rest = [] }: SiteMapGroup): XmlElement =>
  element('Group', { Id: id, ...withStandard(standardGroup, settings) }, [
    titles(title),
    ...rest,
    ...subAreas.map(emitSubArea),
  ])

function emitSubArea(subArea: SiteMapSubArea): XmlElement {
  const { id, title, table, icon, dashboardId, rest = [] } = subArea
  const path = icon === undefined ? undefined : `/WebResources/${icon}`
  const attributes = {
    Id: id,
    VectorIcon: path,
    Icon: path,
    Url: urlOf(subArea),
    DefaultDashboard: dashboardId,
    Entity: table,
    ...withStandard(standardSubArea, subArea.settings),
  }
  return element('SubArea', attributes, [titles(title), ...rest])
}

function urlOf({ url, dashboardId, table, viewId }: SiteMapSubArea): string | undefined {
  if (url !== undefined) return url
  if (dashboardId !== undefined) return dashboardsUrl
  return table === undefined || viewId === undefined ? undefined : viewUrl(table, viewId)
}

const titles = (title: string | undefined): XmlElement | undefined =>
  title === undefined || title === ''
    ? undefined
    : element('Titles', {}, [element('Title', { LCID: language, Title: title })])
