import { childrenOf, descendants, elementAt, textAt } from '../../../model/xml.js'
import type { XmlElement } from '../../../model/xml.js'
import { bareId } from './names.js'
import { placeAt, within } from './place.js'
import type { Files, Place } from './place.js'

/** A form of a table, or a dashboard. */
export interface FormFacts {
  readonly id: string
  readonly name: string
  /** `main`, `quick`, `card`, `quickCreate`, `dashboard` ... */
  readonly type: string
  /** `systemform` or `Dashboard`. */
  readonly node: XmlElement
  readonly form: XmlElement | undefined
  readonly controls: readonly ControlFacts[]
  readonly descriptions: readonly XmlElement[]
  readonly place: Place
}

export interface ControlFacts {
  readonly id: string
  /** Bare GUID. */
  readonly classId: string
  /** Logical name of the column it shows. */
  readonly column: string | undefined
  readonly uniqueId: string | undefined
  readonly node: XmlElement
  readonly place: Place
}

/** The forms of an `Entity`: its `FormXml > forms > systemform`. */
export function tableForms(table: Place, files: Files, entity: XmlElement): readonly FormFacts[] {
  return childrenOf(elementAt(entity, 'FormXml'), 'forms').flatMap((forms) =>
    childrenOf(forms, 'systemform').map((node) => {
      const type = forms.attributes.type ?? ''
      const id = bareId(textAt(node, 'formid'))
      const file = id === '' ? files.customizations : files.ending(`/FormXml/${type}/{${id}}.xml`)
      return formFacts(node, {
        id,
        type,
        file,
        owner: table.element,
        form: elementAt(node, 'form'),
      })
    }),
  )
}

/** A `Dashboard`; its form stands below `FormXml > forms`. */
export function dashboardFacts(files: Files, node: XmlElement): FormFacts {
  const id = bareId(textAt(node, 'FormId'))
  const file = id === '' ? files.customizations : files.ending(`/{${id}}.xml`, `/${id}.xml`)
  const form = elementAt(node, 'FormXml', 'forms', 'form')
  return formFacts(node, { id, type: 'dashboard', file, owner: '', form })
}

function formFacts(
  node: XmlElement,
  parts: Pick<FormFacts, 'id' | 'type' | 'form'> & {
    readonly file: string
    readonly owner: string
  },
): FormFacts {
  const { id, type, file, owner, form } = parts
  const name =
    elementAt(node, 'LocalizedNames', 'LocalizedName')?.attributes.description ?? '(without name)'
  const label = `${node.name} "${name}" (${type}) {${id}}`
  const place = placeAt(file, owner === '' ? label : `${owner} > ${label}`, node)
  const inside = form ? [...descendants(form)] : []
  const controls = inside
    .filter((each) => each.name === 'control')
    .map((control) => controlFacts(place, control))
  return {
    id,
    name,
    type,
    node,
    form,
    controls,
    descriptions: inside.filter((each) => each.name === 'controlDescription'),
    place,
  }
}

function controlFacts(form: Place, node: XmlElement): ControlFacts {
  const { id = '', classid, datafieldname, uniqueid } = node.attributes
  return {
    id,
    classId: bareId(classid),
    column: datafieldname?.toLowerCase(),
    uniqueId: uniqueid === undefined ? undefined : bareId(uniqueid),
    node,
    place: within(form, `control ${id || '(without id)'}`, node),
  }
}
