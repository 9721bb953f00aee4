import { manifestElement } from '../../facts/manifest.js'
import { within } from '../../facts/place.js'
import type { Rule } from '../../rule.js'

export const version: Rule = {
  id: 'L4',
  level: 'error',
  sentence:
    'The version has four numbers, and Managed is 0 or 1 in a zip (2 stands for both in a folder).',
  *check({ source, manifest }) {
    const { solution, kind } = source
    if (!/^\d+\.\d+\.\d+\.\d+$/.test(manifest.version)) {
      yield {
        at: within(manifest.place, 'Version', manifestElement(solution, 'Version')),
        message: `The version is "${manifest.version}"; expected four numbers, for example "1.0.0.0".`,
      }
    }
    const allowed = kind === 'zip' ? ['0', '1'] : ['0', '1', '2']
    if (!allowed.includes(manifest.managed)) {
      yield {
        at: within(manifest.place, 'Managed', manifestElement(solution, 'Managed')),
        message: `Managed is "${manifest.managed}"; expected ${allowed.join(' or ')}.`,
      }
    }
  },
}
