import { bracedId, standardApp, withStandard } from '../../model/solution/index.js'
import type { App, WebResource } from '../../model/solution/index.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { descriptions, localizedNames, textElements } from '../elements.js'

/**
 * `AppModule`
 *
 * @throws Error when the app's icon is neither a web resource of the solution nor an id.
 */
export function emitApp(app: App, webResources: readonly WebResource[]): XmlElement {
  const { IntroducedVersion, OptimizedFor, ...settings } = withStandard(standardApp, app.settings)
  const { rest = [] } = app
  return element('AppModule', {}, [
    textElement('UniqueName', app.uniqueName),
    ...textElements({ ...(IntroducedVersion === undefined ? {} : { IntroducedVersion }) }),
    textElement('WebResourceId', iconId(app, webResources)),
    textElement('OptimizedFor', OptimizedFor ?? ''),
    ...textElements(settings),
    element('AppModuleComponents', {}, [
      ...app.tables.map((table) => component({ type: 1, schemaName: table })),
      component({ type: 62, schemaName: app.siteMap.uniqueName }),
      ...app.forms.map((id) => component({ type: 60, id: bracedId(id) })),
      ...app.views.map((id) => component({ type: 26, id: bracedId(id) })),
      ...rest.filter(isComponent),
    ]),
    app.roles.length === 0
      ? undefined
      : element(
          'AppModuleRoleMaps',
          {},
          app.roles.map((id) => element('Role', { id: bracedId(id) })),
        ),
    localizedNames(app.name),
    app.description === undefined ? undefined : descriptions(app.description),
    ...rest.filter((each) => !isComponent(each)),
  ])
}

const component = (attributes: Readonly<Record<string, string | number>>): XmlElement =>
  element('AppModuleComponent', attributes)

const isComponent = ({ name }: XmlElement): boolean => name === 'AppModuleComponent'

function iconId({ uniqueName, icon }: App, webResources: readonly WebResource[]): string {
  const id = webResources.find(({ name }) => name === icon)?.id ?? icon
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) return id
  throw new Error(`The icon of the app ${uniqueName} is '${icon}', which is no web resource.`)
}
