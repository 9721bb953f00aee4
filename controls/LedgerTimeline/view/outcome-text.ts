import type { Strings } from '../../shared/strings.js'
import type { Decided } from './timeline-state.js'

/** What became of the decision on one entry, in a sentence. */
export function decidedText({ action, result }: Decided, texts: Strings): string {
  switch (result.outcome) {
    case 'done':
      return texts(`Done_${action}`)
    case 'overtaken':
      return texts('Overtaken_Text')
    case 'refused':
      return texts('Refused_Text', result.message)
  }
}

/** How a decision on several entries went, in a sentence. */
export function summaryText(decided: ReadonlyMap<string, Decided>, texts: Strings): string {
  const all = [...decided.values()]
  const [only] = all
  if (only && all.length === 1) return decidedText(only, texts)
  const count = (outcome: Decided['result']['outcome']) =>
    all.filter(({ result }) => result.outcome === outcome).length
  const counts = [
    ['Summary_Done', count('done')],
    ['Summary_Overtaken', count('overtaken')],
    ['Summary_Refused', count('refused')],
  ] as const
  return counts
    .filter(([, number]) => number > 0)
    .map(([key, number]) => texts(key, number))
    .join(' ')
}

export const isAllDone = (decided: ReadonlyMap<string, Decided>): boolean =>
  [...decided.values()].every(({ result }) => result.outcome === 'done')
