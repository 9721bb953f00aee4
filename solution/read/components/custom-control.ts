import type { CustomControl } from '../../model/solution/index.js'
import type { XmlElement } from '../../model/xml.js'
import { requiredText } from '../parts.js'
import type { PackageFiles } from './package-files.js'

/** @throws SolutionFormatError for a control without a name. */
export function readCustomControl(control: XmlElement, files: PackageFiles): CustomControl {
  const name = requiredText(control, 'Name', files.source)
  return { name, files: files.takeBelow(`Controls/${name}`) }
}
