import type { ControlBinding } from '../../model/solution/index.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { describeDefaultGrid } from './control-binding.js'

/**
 * The `CustomControlDefaultConfigs` of a table whose grids show a control of their own: the last
 * child of `Entity`. (Inside of `entity` the platform drops it at import.)
 */
export function emitDefaultControl(binding: ControlBinding): XmlElement {
  return element('CustomControlDefaultConfigs', {}, [
    element('CustomControlDefaultConfig', {}, [
      element('ControlDescriptionXML', {}, [describeDefaultGrid(binding)]),
      textElement('IntroducedVersion', '1.0.0.0'),
    ]),
  ])
}
