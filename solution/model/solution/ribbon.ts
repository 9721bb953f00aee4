import { childOf, childrenOf, element } from '../xml.js'
import type { XmlElement } from '../xml.js'

/** What the platform writes where nobody has changed a table's command bar. */
export const emptyRibbon: XmlElement = element('RibbonDiffXml', {}, [
  element('CustomActions'),
  element('Templates', {}, [element('RibbonTemplates', { Id: 'Mscrm.Templates' })]),
  element('CommandDefinitions'),
  element('RuleDefinitions', {}, [
    element('TabDisplayRules'),
    element('DisplayRules'),
    element('EnableRules'),
  ]),
  element('LocLabels'),
])

/** Whether a ribbon changes nothing: no actions, commands, rules or labels. */
export const isEmptyRibbon = (ribbon: XmlElement): boolean =>
  ['CustomActions', 'CommandDefinitions', 'LocLabels'].every(
    (name) => childrenOf(childOf(ribbon, name)).length === 0,
  ) && childrenOf(childOf(ribbon, 'RuleDefinitions')).every(({ children }) => children.length === 0)
