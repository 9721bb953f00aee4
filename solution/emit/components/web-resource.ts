import { bracedId, standardWebResource, withStandard } from '../../model/solution/index.js'
import type { WebResource } from '../../model/solution/index.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { textElements } from '../elements.js'

/** Elements that stand before the type, in the order that the platform's schema wants. */
const early = ['SilverlightVersion', 'LanguageCode']
const late = ['DependencyXml', 'IsCustomizable', 'CanBeDeleted', 'IsHidden']

/** `WebResource`, and the path in the zip that it names. */
export function emitWebResource(resource: WebResource): XmlElement {
  const { id, name, label, description, type } = resource
  const settings = withStandard(standardWebResource, resource.settings)
  const pick = (keep: (setting: string) => boolean) =>
    textElements(Object.fromEntries(Object.entries(settings).filter(([each]) => keep(each))))
  return element('WebResource', {}, [
    textElement('WebResourceId', bracedId(id)),
    textElement('Name', name),
    textElement('DisplayName', label),
    description === undefined ? undefined : textElement('Description', description),
    ...pick((each) => early.includes(each)),
    textElement('WebResourceType', type),
    ...pick((each) => !early.includes(each) && !late.includes(each)),
    ...late.flatMap((wanted) => pick((each) => each === wanted)),
    textElement('FileName', `/${webResourcePath(resource)}`),
  ])
}

/** As exports name it: what is no part of a simple name is dropped, the id makes it unique. */
export const webResourcePath = ({ id, name }: WebResource): string =>
  `WebResources/${name.replace(/[^\w-]/g, '')}${id.toUpperCase()}`
