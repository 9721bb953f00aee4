import { formTypes, isEmptyRibbon } from '../../model/solution/index.js'
import type { Form, FormType, TableComponent } from '../../model/solution/index.js'
import type { GlobalChoice } from '../../model/option.js'
import type { Table } from '../../model/table.js'
import { childOf, childrenOf, element, elementAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { SolutionFormatError } from '../error.js'
import { filled, given } from '../parts.js'
import { readTable } from '../tables/index.js'
import { readChart, readDefaultControl, readForm, readView } from '../ui/index.js'

/** What tables are read with, besides their own `Entity`. */
export interface TableSurroundings {
  readonly source: string
  /** By logical name: the `behavior` of the root components that are tables. */
  readonly behaviors: ReadonlyMap<string, string>
  readonly relationships: readonly XmlElement[]
  readonly choices: readonly GlobalChoice[]
  readonly imageConfigs: readonly XmlElement[]
}

/** Children that the model has words for; the platform gives each environment its own type code. */
const known = new Set([
  'Name',
  'ObjectTypeCode',
  'EntityInfo',
  'FormXml',
  'SavedQueries',
  'Visualizations',
])

/**
 * Reads an `Entity`.
 *
 * @throws SolutionFormatError for one without a name, or with a part that is not the platform's.
 */
export function readTableComponent(entity: XmlElement, around: TableSurroundings): TableComponent {
  const table = tableOf(entity, around)
  const defaultControl = readDefaultControl(childOf(entity, 'CustomControlDefaultConfigs'))
  return {
    table,
    include: includeOf(table, around),
    forms: childrenOf(childOf(entity, 'FormXml')).flatMap((list) => formsOf(list, around.source)),
    views: childrenOf(elementAt(entity, 'SavedQueries', 'savedqueries')).map(readView),
    charts: childrenOf(childOf(entity, 'Visualizations')).map(readChart),
    ...given({
      defaultControl,
      rest: filled(entity.children.filter((child) => isRest(child, defaultControl !== undefined))),
    }),
  }
}

function tableOf(entity: XmlElement, around: TableSurroundings): Table {
  const name = childOf(entity, 'Name')
  if (!name || name.text === '') {
    throw new SolutionFormatError(around.source, '<Entity> has no <Name>.', entity.line)
  }
  // A table of which only the ribbon is in the package has no metadata at all.
  const stub = element('entity', { Name: name.text }, [element('attributes')])
  const info = elementAt(entity, 'EntityInfo', 'entity') ?? stub
  const table = readTable(info, around.relationships, around.choices, around.imageConfigs)
  const label = name.attributes.LocalizedName ?? table.label
  return childOf(info, 'LocalizedNames') || label === table.label ? table : { ...table, label }
}

const includeOf = (
  { logicalName, listed }: Table,
  { behaviors }: TableSurroundings,
): TableComponent['include'] => {
  const behavior = behaviors.get(logicalName)
  if (behavior === undefined) return listed ? 'listed' : 'all'
  return behavior === '0' ? 'all' : 'listed'
}

function formsOf(list: XmlElement, source: string): readonly Form[] {
  const { type = '' } = list.attributes
  if (!isFormType(type)) {
    const message = `forms of the type '${type}' are none of ${formTypes.join(', ')}.`
    throw new SolutionFormatError(source, message, list.line)
  }
  return childrenOf(list, 'systemform').map((form) => readForm(form, type))
}

const isFormType = (type: string): type is FormType => formTypes.some((each) => each === type)

function isRest(child: XmlElement, hasDefaultControl: boolean): boolean {
  if (known.has(child.name)) return false
  if (child.name === 'RibbonDiffXml') return !isEmptyRibbon(child)
  return child.name !== 'CustomControlDefaultConfigs' || !(hasDefaultControl || isEmpty(child))
}

const isEmpty = ({ children }: XmlElement): boolean => children.length === 0
