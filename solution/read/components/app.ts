import { bareId, standardApp } from '../../model/solution/index.js'
import type { App, SiteMap, WebResource } from '../../model/solution/index.js'
import { childOf, childrenOf, textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import {
  filled,
  given,
  labelAt,
  requiredAttribute,
  requiredId,
  requiredText,
  restOf,
  settingElements,
} from '../parts.js'

const known = new Set([
  'UniqueName',
  'WebResourceId',
  'AppModuleComponents',
  'AppModuleRoleMaps',
  'LocalizedNames',
  'Descriptions',
])

export interface AppParts {
  readonly siteMaps: readonly SiteMap[]
  readonly webResources: readonly WebResource[]
  readonly source: string
}

/**
 * Reads an `AppModule`; undefined when its site map is not in the package.
 *
 * @throws SolutionFormatError for an app without a name or an icon.
 */
export function readApp(app: XmlElement, parts: AppParts): App | undefined {
  const { source } = parts
  const components = componentsOf(app)
  const siteMapName = components.siteMap?.attributes.schemaName?.toLowerCase()
  const siteMap = parts.siteMaps.find((each) => each.uniqueName.toLowerCase() === siteMapName)
  if (!siteMap) return undefined
  const uniqueName = requiredText(app, 'UniqueName', source)
  const iconId = requiredId(app, 'WebResourceId', source)
  const optimizedFor = textAt(app, 'OptimizedFor') ?? ''
  return {
    uniqueName,
    name: labelAt(app, 'LocalizedNames') ?? uniqueName,
    icon: parts.webResources.find(({ id }) => id === iconId)?.name ?? iconId,
    tables: components.tables,
    forms: components.forms,
    views: components.views,
    roles: childrenOf(childOf(app, 'AppModuleRoleMaps'), 'Role').map((role) =>
      bareId(requiredAttribute(role, 'id', source)),
    ),
    siteMap,
    ...given({
      description: labelAt(app, 'Descriptions'),
      settings: settingElements(app, {
        standard: standardApp,
        known: optimizedFor === '' ? new Set([...known, 'OptimizedFor']) : known,
      }),
      rest: filled([...(restOf(app, known) ?? []), ...components.others]),
    }),
  }
}

function componentsOf(app: XmlElement) {
  const all = childrenOf(childOf(app, 'AppModuleComponents'))
  const siteMap = all.find(({ attributes }) => attributes.type === '62')
  const values = (type: string, key: 'schemaName' | 'id') =>
    all.flatMap(({ attributes }) => {
      const value = attributes.type === type ? attributes[key] : undefined
      return value === undefined ? [] : [key === 'id' ? bareId(value) : value]
    })
  return {
    siteMap,
    tables: values('1', 'schemaName'),
    forms: values('60', 'id'),
    views: values('26', 'id'),
    others: all.filter((each) => each !== siteMap && !isKnown(each)),
  }
}

const isKnown = ({ attributes: { type, schemaName, id } }: XmlElement): boolean =>
  type === '1' ? schemaName !== undefined : (type === '60' || type === '26') && id !== undefined
