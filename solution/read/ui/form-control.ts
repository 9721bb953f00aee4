import { controlClass, standardSubgrid } from '../../model/solution/index.js'
import type {
  FieldControl,
  FormControl,
  OtherControl,
  SubgridControl,
} from '../../model/solution/index.js'
import { childOf, childrenOf } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { readBinding } from './control-binding.js'
import type { DescribedBinding } from './control-binding.js'
import {
  bareId,
  furtherParameters,
  given,
  isTrue,
  otherAttributes,
  otherChildren,
} from './parts.js'
import { readSource } from './subgrid-source.js'

/** The `controlDescription` elements of a form by the unique id of their control. */
export type Descriptions = ReadonlyMap<string, XmlElement>

/** Reads a `control` element, with the control that is bound in its place. */
export function readControl(control: XmlElement, descriptions: Descriptions): FormControl {
  const { datafieldname, indicationOfSubgrid } = control.attributes
  const uniqueId = bareId(control.attributes.uniqueid)
  const found = {
    control,
    classId: bareId(control.attributes.classid).toUpperCase(),
    description: descriptions.get(uniqueId),
    common: {
      id: control.attributes.id ?? '',
      uniqueId: uniqueId || undefined,
      rest: otherChildren(control, 'parameters'),
    },
  }
  if (datafieldname !== undefined && indicationOfSubgrid === undefined) {
    return readField(found, datafieldname)
  }
  return (isTrue(indicationOfSubgrid) ? readSubgrid(found) : undefined) ?? readOther(found)
}

interface Found {
  readonly control: XmlElement
  readonly classId: string
  readonly description: XmlElement | undefined
  readonly common: Pick<OtherControl, 'id'> & {
    readonly uniqueId: string | undefined
    readonly rest: readonly XmlElement[] | undefined
  }
}

const words = ['id', 'classid', 'uniqueid'] as const

function readField({ control, classId, description, common }: Found, column: string) {
  const { disabled } = control.attributes
  const own = childrenOf(childOf(control, 'parameters'))
  const bound =
    classId === controlClass.bound && description ? readBinding(description, 'field') : undefined
  const binding = bound && isStockField(bound, column, own) ? bound : undefined
  return given<FieldControl>({
    ...common,
    kind: 'field',
    column,
    classId: binding?.stockClass ?? classId,
    binding: binding?.binding,
    disabled: disabled === undefined ? undefined : isTrue(disabled),
    parameters: own.length === 0 ? undefined : own,
    settings: otherAttributes(control, ...words, 'datafieldname', 'disabled'),
  })
}

/** Whether the stock control is the field itself: its column, then its own parameters. */
function isStockField(
  { stockParameters: [first, ...others] }: DescribedBinding,
  column: string,
  own: readonly XmlElement[],
): boolean {
  return (
    first?.name === 'datafieldname' &&
    first.text === column &&
    JSON.stringify(others) === JSON.stringify(own)
  )
}

const sourceWords = [
  'ViewId',
  'RelationshipName',
  'TargetEntityType',
  'EnableViewPicker',
  'ViewIds',
  'RecordsPerPage',
]

function readSubgrid({ control, classId, description, common }: Found) {
  const parameters = childOf(control, 'parameters')
  const texts = textsOf(childrenOf(parameters))
  const source = readSource(texts, 'ViewIds')
  const recordsPerPage = Number(texts.RecordsPerPage || NaN)
  if (!source || !Number.isInteger(recordsPerPage)) return undefined
  const bound = description && readBinding(description, source)
  const isBound =
    bound?.stockClass === controlClass.subgrid && sameTexts(textsOf(bound.stockParameters), texts)
  if (classId !== (isBound ? controlClass.bound : controlClass.subgrid)) return undefined
  return given<SubgridControl>({
    ...common,
    kind: 'subgrid',
    source,
    recordsPerPage,
    binding: isBound ? bound.binding : undefined,
    parameters: furtherParameters(parameters, sourceWords, standardSubgrid),
    settings: otherAttributes(control, ...words, 'indicationOfSubgrid'),
  })
}

function readOther({ control, classId, common }: Found) {
  const own = childrenOf(childOf(control, 'parameters'))
  return given<OtherControl>({
    ...common,
    kind: 'other',
    classId,
    binding: undefined,
    parameters: own.length === 0 ? undefined : own,
    settings: otherAttributes(control, ...words),
  })
}

const textsOf = (elements: readonly XmlElement[]): Readonly<Record<string, string>> =>
  Object.fromEntries(elements.map(({ name, text }) => [name, text]))

function sameTexts(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => one[name] === other[name])
}
