import { standardConnector } from '../../model/solution/index.js'
import type { Connector } from '../../model/solution/index.js'
import { textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { given, requiredId, requiredText, settingElements } from '../parts.js'
import type { PackageFiles } from './package-files.js'

const known = new Set([
  'connectorid',
  'description',
  'displayname',
  'iconbrandcolor',
  'name',
  'openapidefinition',
  'connectionparameters',
  'policytemplateinstances',
  'iconblob',
])

/** @throws SolutionFormatError for a connector without id or name. */
export function readConnector(connector: XmlElement, files: PackageFiles): Connector {
  const name = requiredText(connector, 'name', files.source)
  return {
    id: requiredId(connector, 'connectorid', files.source),
    name,
    label: textAt(connector, 'displayname') ?? name,
    description: textAt(connector, 'description') ?? '',
    iconColor: textAt(connector, 'iconbrandcolor') ?? '',
    openApiDefinition: files.takeText(textAt(connector, 'openapidefinition')),
    connectionParameters: files.takeText(textAt(connector, 'connectionparameters')),
    policyTemplateInstances: files.takeText(textAt(connector, 'policytemplateinstances')),
    icon: files.take(textAt(connector, 'iconblob')),
    ...given({ settings: settingElements(connector, { standard: standardConnector, known }) }),
  }
}
