import type {
  ControlBinding,
  ControlInput,
  DataSetBinding,
  SubgridSource,
} from '../../model/solution/index.js'
import { childOf, childrenOf } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { bareId, given } from './parts.js'
import { readSource, sameSource } from './subgrid-source.js'

/** Where a control is bound: in a field, in a subgrid with this source, in a view, as a table's grid. */
export type BindingPlace = 'field' | 'view' | 'grid' | SubgridSource

/** A description that `ControlBinding` says all of. */
export interface DescribedBinding {
  readonly binding: ControlBinding
  /** Class id of the stock control it stands in the place of, upper case, no braces. */
  readonly stockClass: string
  /** The stock control's parameters. */
  readonly stockParameters: readonly XmlElement[]
}

/**
 * Reads a `controlDescription`: the stock control, then the same bound control for web, phone and
 * tablet. Undefined for a description that says anything else (another control per device, bound
 * properties with parts of their own): it is kept as read.
 */
export function readBinding(
  description: XmlElement,
  place: BindingPlace,
): DescribedBinding | undefined {
  const [stock, ...controls] = description.children
  const [first] = controls
  const control = first?.attributes.name
  if (!stock || !first || control === undefined || stock.attributes.id === undefined) {
    return undefined
  }
  if (!areSameForEveryDevice(controls)) return undefined
  const parameters = readParameters(childrenOf(childOf(first, 'parameters')), place)
  return (
    parameters && {
      binding: { control, ...parameters },
      stockClass: bareId(stock.attributes.id).toUpperCase(),
      stockParameters: childrenOf(childOf(stock, 'parameters')),
    }
  )
}

function areSameForEveryDevice(controls: readonly XmlElement[]): boolean {
  const [first] = controls
  const factors = controls.map(({ attributes }) => attributes.formFactor).sort()
  return (
    factors.join() === '0,1,2' &&
    controls.every(
      (one) =>
        Object.keys(one.attributes).length === 2 &&
        one.attributes.name === first?.attributes.name &&
        JSON.stringify(one.children) === JSON.stringify(first?.children),
    )
  )
}

function readParameters(
  parameters: readonly XmlElement[],
  place: BindingPlace,
): Omit<ControlBinding, 'control'> | undefined {
  const inputs: Record<string, ControlInput> = {}
  const columns: Record<string, string> = {}
  const columnTypes: Record<string, string> = {}
  let dataSet: DataSetBinding | undefined
  for (const parameter of parameters) {
    const { name, text, children, attributes } = parameter
    if (name === 'data-set') {
      if (dataSet) return undefined
      dataSet = readDataSet(parameter, place)
      if (!dataSet) return undefined
      continue
    }
    const { static: isStatic, type, ...others } = attributes
    if (children.length > 0 || Object.keys(others).length > 0) return undefined
    if (isStatic === 'true' && type !== undefined) inputs[name] = { type, value: text }
    else if (isStatic === undefined) {
      columns[name] = text
      if (type !== undefined) columnTypes[name] = type
    } else return undefined
  }
  return given<Omit<ControlBinding, 'control'>>({
    columns: someOf(columns),
    columnTypes: someOf(columnTypes),
    inputs: someOf(inputs),
    dataSet,
  })
}

const sourceNames = [
  'ViewId',
  'IsUserView',
  'RelationshipName',
  'TargetEntityType',
  'EnableViewPicker',
  'FilteredViewIds',
  'columnsDefaultView',
]

function readDataSet(dataSet: XmlElement, place: BindingPlace): DataSetBinding | undefined {
  const { name, ...others } = dataSet.attributes
  const isPlain = ({ children, attributes }: XmlElement) =>
    children.length === 0 && Object.keys(attributes).length === 0
  if (name === undefined || Object.keys(others).length > 0) return undefined
  if (!dataSet.children.every(isPlain)) return undefined
  const texts = dataSet.children.map((child) => [child.name, child.text] as const)
  const shown = texts.filter(([key]) => sourceNames.includes(key))
  const columns = someOf(Object.fromEntries(texts.filter(([key]) => !sourceNames.includes(key))))
  if (isOwnSource(shown, place)) return given<DataSetBinding>({ name, source: undefined, columns })
  const source = readSource(Object.fromEntries(shown), 'FilteredViewIds')
  if (!source || shown.length !== 6) return undefined
  const isOwn = typeof place === 'object' && sameSource(source, place)
  return given<DataSetBinding>({ name, source: isOwn ? undefined : source, columns })
}

function isOwnSource(shown: readonly (readonly [string, string])[], place: BindingPlace): boolean {
  if (place === 'field') return shown.length === 0
  const [name, text] = shown.length === 1 ? (shown[0] ?? []) : []
  if (place === 'grid') return name === 'columnsDefaultView'
  return place === 'view' && name === 'ViewId' && /^[0{}-]+$/.test(text ?? '')
}

const someOf = <Value>(values: Record<string, Value>): Record<string, Value> | undefined =>
  Object.keys(values).length === 0 ? undefined : values
