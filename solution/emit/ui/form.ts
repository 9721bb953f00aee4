import { cellsOfForm, standardForm, withStandard } from '../../model/solution/index.js'
import type { Form, FormCell, FormDisplay } from '../../model/solution/index.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { describeControl } from './control-binding.js'
import { emitStrip, emitTab } from './form-layout.js'
import { braced, namesOf, settingElements } from './parts.js'

/**
 * The `systemform` element of a form, to stand in the `forms` element of its type.
 *
 * @throws Error naming the control when one is bound but has no unique id.
 */
export function emitForm(form: Form): XmlElement {
  const settings = withStandard(standardForm, form.settings)
  const formAttributes = Object.fromEntries(
    Object.entries(settings).filter(([name]) => !(name in standardForm)),
  )
  return element('systemform', {}, [
    textElement('formid', `{${form.id}}`),
    ...settingElements(settings, 'IntroducedVersion', 'FormPresentation', 'FormActivationState'),
    element('form', formAttributes, contentOf(form)),
    ...settingElements(settings, 'IsCustomizable', 'CanBeDeleted'),
    ...namesOf(form),
  ])
}

function contentOf(form: Form): readonly XmlElement[] {
  const { tabs, header, footer, display, rest = [] } = form
  const isDescription = ({ name }: XmlElement) => name === 'controlDescriptions'
  const descriptions = [
    ...cellsOfForm(form).flatMap(descriptionOf),
    ...rest.filter(isDescription).flatMap(({ children }) => children),
  ]
  return [
    element('tabs', {}, tabs.map(emitTab)),
    ...(header ? [emitStrip('header', header)] : []),
    ...(footer ? [emitStrip('footer', footer)] : []),
    ...rest.filter((part) => !isDescription(part)),
    ...(display ? [emitDisplay(display)] : []),
    ...(descriptions.length === 0 ? [] : [element('controlDescriptions', {}, descriptions)]),
  ]
}

function descriptionOf({ control }: FormCell): readonly XmlElement[] {
  if (!control?.binding || control.kind === 'other') return []
  return [describeControl(control, control.binding)]
}

function emitDisplay({ order, fallback, to }: FormDisplay): XmlElement {
  return element(
    'DisplayConditions',
    { Order: order, FallbackForm: fallback },
    to === 'everyone' ? [element('Everyone')] : to.map((id) => element('Role', { Id: braced(id) })),
  )
}
