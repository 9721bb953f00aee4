import { deviations, standardView } from '../../model/solution/index.js'
import type { View, ViewColumn, ViewLayout } from '../../model/solution/index.js'
import { childOf, childrenOf, elementAt, textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { readBinding } from './control-binding.js'
import { readFetch } from './fetch.js'
import {
  descriptionOf,
  given,
  idAt,
  isTrue,
  nameOf,
  otherAttributes,
  otherChildren,
  requiredAt,
  standardTexts,
} from './parts.js'

const words = [
  'CanBeDeleted',
  'isquickfindquery',
  'isdefault',
  'savedqueryid',
  'layoutxml',
  'querytype',
  'fetchxml',
  'LocalizedNames',
  'Descriptions',
  ...Object.keys(standardView),
]

/**
 * Reads a `savedquery` element. Texts are those of the base language.
 *
 * @throws SolutionFormatError for one without id or query.
 */
export function readView(savedquery: XmlElement): View {
  const grid = elementAt(savedquery, 'layoutxml', 'grid')
  return given<View>({
    id: idAt(savedquery, 'savedqueryid'),
    name: nameOf(savedquery),
    description: descriptionOf(savedquery),
    type: Number(textAt(savedquery, 'querytype') ?? 0),
    isDefault: isTrue(textAt(savedquery, 'isdefault')),
    canBeDeleted: isTrue(textAt(savedquery, 'CanBeDeleted') ?? '1'),
    fetch: readFetch(requiredAt(savedquery, 'fetchxml', 'fetch')),
    layout: grid && readLayout(grid),
    settings: deviations(standardView, standardTexts(savedquery, standardView)),
    rest: otherChildren(savedquery, ...words),
  })
}

function readLayout(grid: XmlElement): ViewLayout {
  const row = requiredAt(grid, 'row')
  const binding = bindingOf(childOf(grid, 'controlDescriptions'))
  return given<ViewLayout>({
    gridName: grid.attributes.name ?? '',
    rowName: row.attributes.name ?? '',
    rowId: row.attributes.id ?? '',
    jump: grid.attributes.jump ?? '',
    columns: childrenOf(row, 'cell').map(readColumn),
    binding,
    settings: otherAttributes(grid, 'name', 'jump') ?? {},
    rowSettings: otherAttributes(row, 'name', 'id'),
    rest: otherChildren(grid, 'row', ...(binding ? ['controlDescriptions'] : [])),
  })
}

function bindingOf(descriptions: XmlElement | undefined) {
  const [description, ...others] = childrenOf(descriptions)
  if (!description || others.length > 0) return undefined
  const read = readBinding(description, 'view')
  return read?.stockParameters.length === 0 ? read.binding : undefined
}

const readColumn = (cell: XmlElement): ViewColumn =>
  given<ViewColumn>({
    name: cell.attributes.name ?? '',
    width: Number(cell.attributes.width ?? 0),
    settings: otherAttributes(cell, 'name', 'width'),
  })
