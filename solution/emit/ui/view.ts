import { standardView, viewType, withStandard } from '../../model/solution/index.js'
import type { View, ViewColumn, ViewLayout } from '../../model/solution/index.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { describeView } from './control-binding.js'
import { emitFetch } from './fetch.js'
import { namesOf, settingElements } from './parts.js'

/** The `savedquery` element of a view. */
export function emitView(view: View): XmlElement {
  const { id, type, isDefault, canBeDeleted, fetch, layout, rest = [] } = view
  const settings = withStandard(standardView, view.settings)
  return element('savedquery', {}, [
    ...settingElements(settings, 'IsCustomizable'),
    textElement('CanBeDeleted', canBeDeleted),
    textElement('isquickfindquery', type === viewType.quickFind),
    ...settingElements(settings, 'isprivate'),
    textElement('isdefault', isDefault),
    textElement('savedqueryid', `{${id}}`),
    ...(layout ? [element('layoutxml', {}, [emitGrid(layout)])] : []),
    textElement('querytype', type),
    element('fetchxml', {}, [emitFetch(fetch)]),
    ...settingElements(settings, 'IntroducedVersion'),
    ...namesOf(view),
    ...rest,
  ])
}

function emitGrid(layout: ViewLayout): XmlElement {
  const { gridName, rowName, rowId, jump, columns, binding, settings, rowSettings, rest } = layout
  return element('grid', { name: gridName, jump: jump || undefined, ...settings }, [
    element('row', { name: rowName, id: rowId, ...rowSettings }, columns.map(emitColumn)),
    ...(binding ? [describeView(binding)] : []),
    ...(rest ?? []),
  ])
}

const emitColumn = ({ name, width, settings }: ViewColumn): XmlElement =>
  element('cell', { name, width: width || undefined, ...settings })
