import { cellsOfForm, deviations, standardForm } from '../../model/solution/index.js'
import type { Form, FormDisplay, FormType } from '../../model/solution/index.js'
import { childOf, childrenOf, element, elementAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import type { Descriptions } from './form-control.js'
import { readStrip, readTab } from './form-layout.js'
import {
  bareId,
  descriptionOf,
  given,
  idAt,
  isTrue,
  nameOf,
  otherChildren,
  requiredAt,
  standardTexts,
} from './parts.js'

const contents = ['tabs', 'header', 'footer', 'DisplayConditions', 'controlDescriptions']

/**
 * Reads a `systemform` element of the `forms` element of this type. Texts are those of the base
 * language.
 *
 * @throws SolutionFormatError for one without id or form.
 */
export function readForm(systemform: XmlElement, type: FormType): Form {
  const form = requiredAt(systemform, 'form')
  const all = childrenOf(childOf(form, 'controlDescriptions'))
  const descriptions: Descriptions = new Map(all.map((one) => [uniqueIdOf(one), one]))
  const strip = (name: 'header' | 'footer') => {
    const found = childOf(form, name)
    return found && readStrip(found, descriptions)
  }
  const layout = given<Pick<Form, 'tabs' | 'header' | 'footer'>>({
    tabs: childrenOf(childOf(form, 'tabs'), 'tab').map((tab) => readTab(tab, descriptions)),
    header: strip('header'),
    footer: strip('footer'),
  })
  const settings = { ...standardTexts(systemform, standardForm), ...form.attributes }
  return given<Form>({
    id: idAt(systemform, 'formid'),
    type,
    name: nameOf(systemform),
    description: descriptionOf(systemform),
    ...layout,
    display: readDisplay(childOf(form, 'DisplayConditions')),
    settings: deviations(standardForm, settings),
    rest: restOf(form, layout, all),
  })
}

const uniqueIdOf = ({ attributes }: XmlElement): string => bareId(attributes.forControl)

/** The parts without a word, descriptions of controls that are not read as a binding among them. */
function restOf(
  form: XmlElement,
  layout: Pick<Form, 'tabs' | 'header' | 'footer'>,
  descriptions: readonly XmlElement[],
): readonly XmlElement[] | undefined {
  const bound = new Set(
    cellsOfForm(layout).map(({ control }) => (control?.binding ? control.uniqueId : undefined)),
  )
  const unread = descriptions.filter((one) => !bound.has(uniqueIdOf(one)))
  const rest = [
    ...(otherChildren(form, ...contents) ?? []),
    ...(unread.length === 0 ? [] : [element('controlDescriptions', {}, unread)]),
  ]
  return rest.length === 0 ? undefined : rest
}

function readDisplay(conditions: XmlElement | undefined): FormDisplay | undefined {
  if (!conditions) return undefined
  const { Order, FallbackForm } = conditions.attributes
  const roles = childrenOf(conditions, 'Role')
  return {
    order: Number(Order ?? 0),
    fallback: isTrue(FallbackForm),
    to: elementAt(conditions, 'Everyone')
      ? 'everyone'
      : roles.map(({ attributes }) => bareId(attributes.Id)),
  }
}
