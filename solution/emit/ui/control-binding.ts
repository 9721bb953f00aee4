import { controlClass } from '../../model/solution/index.js'
import type {
  ControlBinding,
  FieldControl,
  SubgridControl,
  SubgridSource,
} from '../../model/solution/index.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { braced } from './parts.js'
import { subgridParameters } from './subgrid.js'

/** Web, phone and tablet; exports always write all three. */
const formFactors = ['0', '1', '2'] as const

/** The `controlDescription` of a bound control in a form. */
export function describeControl(
  control: FieldControl | SubgridControl,
  binding: ControlBinding,
): XmlElement {
  if (control.uniqueId === undefined) {
    throw new Error(
      `Control ${control.id} is bound to ${binding.control} but has no unique id, by which its ` +
        `description is found.`,
    )
  }
  if (control.kind === 'subgrid') {
    const source = sourceElements(binding.dataSet?.source ?? control.source)
    return description(
      stockControl(controlClass.subgrid, subgridParameters(control)),
      binding,
      source,
      control.uniqueId,
    )
  }
  const parameters = [textElement('datafieldname', control.column), ...(control.parameters ?? [])]
  return description(
    stockControl(control.classId, parameters),
    binding,
    ownSource(binding, []),
    control.uniqueId,
  )
}

/** The `controlDescriptions` of a view. */
export function describeView(binding: ControlBinding): XmlElement {
  return describeGrid(binding, [textElement('ViewId', '00000000-0000-0000-0000-000000000000')])
}

/** The `controlDescriptions` of a table's default grid. */
export function describeDefaultGrid(binding: ControlBinding): XmlElement {
  return describeGrid(binding, [element('columnsDefaultView')])
}

function describeGrid(binding: ControlBinding, shown: readonly XmlElement[]): XmlElement {
  const stock = stockControl(controlClass.subgrid, [])
  return element('controlDescriptions', {}, [
    description(stock, binding, ownSource(binding, shown)),
  ])
}

const ownSource = ({ dataSet }: ControlBinding, otherwise: readonly XmlElement[]) =>
  dataSet?.source ? sourceElements(dataSet.source) : otherwise

function description(
  stock: XmlElement,
  binding: ControlBinding,
  source: readonly XmlElement[],
  uniqueId?: string,
): XmlElement {
  const parameters = element('parameters', {}, parametersOf(binding, source))
  return element('controlDescription', { forControl: braced(uniqueId) }, [
    stock,
    ...formFactors.map((formFactor) =>
      element('customControl', { formFactor, name: binding.control }, [parameters]),
    ),
  ])
}

function stockControl(classId: string, parameters: readonly XmlElement[]): XmlElement {
  return element('customControl', { id: braced(classId) }, [element('parameters', {}, parameters)])
}

function parametersOf(
  { columns = {}, columnTypes, inputs = {}, dataSet }: ControlBinding,
  source: readonly XmlElement[],
): readonly XmlElement[] {
  return [
    ...(dataSet === undefined
      ? []
      : [
          element('data-set', { name: dataSet.name }, [
            ...source,
            ...textElements(dataSet.columns ?? {}),
          ]),
        ]),
    ...Object.entries(columns).map(([name, column]) =>
      element(name, { type: columnTypes?.[name] }, column),
    ),
    ...Object.entries(inputs).map(([name, { type, value }]) =>
      element(name, { static: 'true', type }, value),
    ),
  ]
}

const textElements = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([name, text]) => textElement(name, text))

function sourceElements(source: SubgridSource): readonly XmlElement[] {
  const { table, viewId, relationship = '', viewPicker = false, viewIds = [viewId] } = source
  return [
    textElement('ViewId', `{${viewId}}`),
    textElement('IsUserView', 'false'),
    textElement('RelationshipName', relationship),
    textElement('TargetEntityType', table),
    textElement('EnableViewPicker', String(viewPicker)),
    textElement('FilteredViewIds', viewIds.map((id) => `{${id}}`).join(',')),
  ]
}
