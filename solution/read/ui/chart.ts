import { deviations, standardChart } from '../../model/solution/index.js'
import type { Chart, ChartCategory } from '../../model/solution/index.js'
import { childrenOf, elementAt, textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { readFetch } from './fetch.js'
import {
  descriptionOf,
  given,
  idAt,
  isTrue,
  nameOf,
  otherChildren,
  requiredAt,
  standardTexts,
} from './parts.js'

const words = [
  'savedqueryvisualizationid',
  'datadescription',
  'presentationdescription',
  'isdefault',
  'LocalizedNames',
  'Descriptions',
  ...Object.keys(standardChart),
]

/**
 * Reads a `visualization` element. Texts are those of the base language.
 *
 * @throws SolutionFormatError for one without id, query or presentation (a web resource drawn as a
 *   chart has none).
 */
export function readChart(visualization: XmlElement): Chart {
  const data = requiredAt(visualization, 'datadescription', 'datadefinition')
  const categories = childrenOf(elementAt(data, 'categorycollection'), 'category')
  return given<Chart>({
    id: idAt(visualization, 'savedqueryvisualizationid'),
    name: nameOf(visualization),
    description: descriptionOf(visualization),
    fetch: readFetch(requiredAt(data, 'fetchcollection', 'fetch')),
    categories: categories.map(readCategory),
    isDefault: isTrue(textAt(visualization, 'isdefault')),
    presentation: requiredAt(visualization, 'presentationdescription', 'Chart'),
    settings: deviations(standardChart, standardTexts(visualization, standardChart)),
    rest: otherChildren(visualization, ...words),
  })
}

function readCategory(category: XmlElement): ChartCategory {
  return {
    alias: category.attributes.alias ?? '',
    measures: childrenOf(category, 'measurecollection').map((collection) =>
      childrenOf(collection, 'measure').map(({ attributes }) => attributes.alias ?? ''),
    ),
  }
}
