import type { ControlBinding } from '../../model/solution/index.js'
import { childrenOf, elementAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { readBinding } from './control-binding.js'

/**
 * Reads the `CustomControlDefaultConfigs` of a table: the control of its grids. Undefined where it
 * has none, or says more than a `ControlBinding` does.
 */
export function readDefaultControl(configs: XmlElement | undefined): ControlBinding | undefined {
  const [config, ...others] = childrenOf(configs, 'CustomControlDefaultConfig')
  const [description, ...more] = childrenOf(
    elementAt(config, 'ControlDescriptionXML', 'controlDescriptions'),
  )
  if (!description || others.length + more.length > 0) return undefined
  const read = readBinding(description, 'grid')
  return read?.stockParameters.length === 0 ? read.binding : undefined
}
