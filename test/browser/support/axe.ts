import axe from 'axe-core'

import { animationsEnded } from './animations.js'

/** Rules of whole pages, which a control is only a part of. */
const ofPages = ['region', 'landmark-one-main', 'page-has-heading-one', 'document-title']

/**
 * What axe finds wrong below the element, a line each; nothing is what a spec expects. Colours are
 * judged once nothing fades any more.
 */
export async function axeFindings(element: Element = document.body): Promise<readonly string[]> {
  await animationsEnded()
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    rules: Object.fromEntries(ofPages.map((rule) => [rule, { enabled: false }])),
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary}`),
  )
}
