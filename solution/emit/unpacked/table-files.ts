import { managedTwin } from '../../model/solution/index.js'
import { childOf, childrenOf, element, elementAt, textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'

type Documents = readonly (readonly [path: string, root: XmlElement])[]

/** The folder of an `Entity`: its Entity.xml with a marker for each part that has files. */
export function tableFiles(entity: XmlElement): Documents {
  const folder = `Entities/${textAt(entity, 'Name') ?? ''}`
  const ribbon = childOf(entity, 'RibbonDiffXml')
  const parts = new Set(['FormXml', 'SavedQueries', 'Visualizations', 'RibbonDiffXml'])
  const markers = entity.children.map((child) =>
    parts.has(child.name) ? element(child.name) : child,
  )
  return [
    [`${folder}/Entity.xml`, element('Entity', entity.attributes, markers)],
    ...formFiles(childOf(entity, 'FormXml'), `${folder}/FormXml`),
    ...childrenOf(elementAt(entity, 'SavedQueries', 'savedqueries')).map(
      (view) =>
        [
          `${folder}/SavedQueries/${textAt(view, 'savedqueryid') ?? ''}.xml`,
          element('savedqueries', {}, [view]),
        ] as const,
    ),
    ...childrenOf(childOf(entity, 'Visualizations')).map(
      (chart) =>
        [
          `${folder}/Visualizations/${textAt(chart, 'savedqueryvisualizationid') ?? ''}.xml`,
          chart,
        ] as const,
    ),
    ...(ribbon ? [[`${folder}/RibbonDiff.xml`, ribbon] as const] : []),
  ]
}

/** Each form twice: once more for packing as managed. */
function formFiles(formXml: XmlElement | undefined, folder: string): Documents {
  return childrenOf(formXml).flatMap((list) =>
    childrenOf(list, 'systemform').flatMap((form) => {
      const path = `${folder}/${list.attributes.type ?? ''}/${textAt(form, 'formid') ?? ''}`
      const root = element('forms', {}, [form])
      return [
        [`${path}.xml`, root],
        [`${path}${managedTwin}`, root],
      ] as const
    }),
  )
}
