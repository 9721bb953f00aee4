import {
  bareId,
  dashboardsUrl,
  deviations,
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
import { childOf, childrenOf } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import {
  filled,
  given,
  labelAt,
  requiredAttribute,
  requiredText,
  settingAttributes,
  settingElements,
} from '../parts.js'

/** @throws SolutionFormatError for a site map without a name, and parts of it without an id. */
export function readSiteMap(siteMap: XmlElement, source: string): SiteMap {
  const uniqueName = requiredText(siteMap, 'SiteMapUniqueName', source)
  const root = childOf(siteMap, 'SiteMap')
  const known = new Set(['SiteMapUniqueName', 'SiteMap', 'LocalizedNames'])
  const elements = settingElements(siteMap, { standard: standardSiteMap, known })
  const settings = {
    ...withStandard(standardSiteMap, elements),
    ...given({ IntroducedVersion: root?.attributes.IntroducedVersion }),
  }
  return {
    uniqueName,
    name: labelAt(siteMap, 'LocalizedNames') ?? uniqueName,
    areas: childrenOf(root, 'Area').map((area) => readArea(area, source)),
    ...given({ settings: deviations(standardSiteMap, settings) }),
  }
}

function readArea(area: XmlElement, source: string): SiteMapArea {
  const title = titleOf(area)
  return {
    id: requiredAttribute(area, 'Id', source),
    title: title ?? '',
    groups: childrenOf(area, 'Group').map((group) => readGroup(group, source)),
    ...given({
      settings: settingAttributes(area, { standard: standardArea, known: knownOf(area, title) }),
      rest: restOf(area, 'Group'),
    }),
  }
}

function readGroup(group: XmlElement, source: string): SiteMapGroup {
  const title = titleOf(group)
  return {
    id: requiredAttribute(group, 'Id', source),
    title: title ?? '',
    subAreas: childrenOf(group, 'SubArea').map((subArea) => readSubArea(subArea, source)),
    ...given({
      settings: settingAttributes(group, { standard: standardGroup, known: knownOf(group, title) }),
      rest: restOf(group, 'SubArea'),
    }),
  }
}

const icons = '/WebResources/'

function readSubArea(subArea: XmlElement, source: string): SiteMapSubArea {
  const { Entity, Url, DefaultDashboard, VectorIcon, Icon } = subArea.attributes
  const title = titleOf(subArea)
  const known = new Set([...knownOf(subArea, title), 'Entity', 'Url', 'DefaultDashboard'])
  const hasIcon = VectorIcon?.startsWith(icons) === true && VectorIcon === Icon
  if (hasIcon) known.add('VectorIcon').add('Icon')
  const viewId = /[?&]viewid=([^&]+)/i.exec(Url ?? '')?.[1]
  const isView = Entity !== undefined && viewId !== undefined && Url === viewUrl(Entity, viewId)
  const isDashboard = DefaultDashboard !== undefined && Url === dashboardsUrl
  return {
    id: requiredAttribute(subArea, 'Id', source),
    ...given({
      title,
      table: Entity,
      viewId: isView ? viewId : undefined,
      dashboardId: DefaultDashboard === undefined ? undefined : bareId(DefaultDashboard),
      url: isView || isDashboard ? undefined : Url,
      icon: hasIcon ? VectorIcon.slice(icons.length) : undefined,
      settings: settingAttributes(subArea, { standard: standardSubArea, known }),
      rest: restOf(subArea),
    }),
  }
}

/** The English title, or the first one; the attribute is an older way to say it. */
function titleOf(part: XmlElement): string | undefined {
  const titles = childrenOf(childOf(part, 'Titles'))
  const title = titles.find(({ attributes }) => attributes.LCID === '1033') ?? titles[0]
  return title?.attributes.Title ?? part.attributes.Title
}

/** An attribute that repeats the title says nothing more. */
const knownOf = (part: XmlElement, title: string | undefined): ReadonlySet<string> =>
  new Set(['Id', ...(part.attributes.Title === title ? ['Title'] : [])])

const restOf = (part: XmlElement, inner?: string): readonly XmlElement[] | undefined =>
  filled(part.children.filter(({ name }) => name !== 'Titles' && name !== inner))
