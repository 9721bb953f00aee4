import { standardWebResource } from '../../model/solution/index.js'
import type { WebResource } from '../../model/solution/index.js'
import { textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { given, requiredId, requiredText, settingElements } from '../parts.js'
import type { PackageFiles } from './package-files.js'

const known = new Set([
  'WebResourceId',
  'Name',
  'DisplayName',
  'Description',
  'WebResourceType',
  'FileName',
])

/** @throws SolutionFormatError for a web resource without id, name or type. */
export function readWebResource(resource: XmlElement, files: PackageFiles): WebResource {
  const { source } = files
  const name = requiredText(resource, 'Name', source)
  return {
    id: requiredId(resource, 'WebResourceId', source),
    name,
    label: textAt(resource, 'DisplayName') ?? name,
    type: Number(requiredText(resource, 'WebResourceType', source)),
    content: files.take(textAt(resource, 'FileName')),
    ...given({
      description: textAt(resource, 'Description'),
      settings: settingElements(resource, { standard: standardWebResource, known }),
    }),
  }
}
