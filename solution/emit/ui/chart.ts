import { standardChart, withStandard } from '../../model/solution/index.js'
import type { Chart, ChartCategory } from '../../model/solution/index.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { emitFetch } from './fetch.js'
import { namesOf, settingElements } from './parts.js'

/** The `visualization` element of a chart. */
export function emitChart(chart: Chart): XmlElement {
  const { id, fetch, categories, isDefault, presentation, rest = [] } = chart
  const settings = withStandard(standardChart, chart.settings)
  return element('visualization', {}, [
    textElement('savedqueryvisualizationid', `{${id}}`),
    element('datadescription', {}, [
      element('datadefinition', {}, [
        element('fetchcollection', {}, [emitFetch(fetch)]),
        element('categorycollection', {}, categories.map(emitCategory)),
      ]),
    ]),
    element('presentationdescription', {}, [presentation]),
    textElement('isdefault', isDefault),
    ...namesOf(chart),
    ...settingElements(settings, 'IsCustomizable', 'IntroducedVersion', 'CanBeDeleted'),
    ...rest,
  ])
}

function emitCategory({ alias, measures }: ChartCategory): XmlElement {
  return element(
    'category',
    { alias },
    measures.map((aliases) =>
      element(
        'measurecollection',
        {},
        aliases.map((measure) => element('measure', { alias: measure })),
      ),
    ),
  )
}
