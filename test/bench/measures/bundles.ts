import { stat } from 'node:fs/promises'
import { join } from 'node:path'

import { buildControls } from '../../../solution/emit/controls/build-controls.js'
import type { Measure } from '../measure.js'

/** The production bundle in units of 1,000 bytes, as it is on disk: the platform compresses it besides. */
function bundleOf(folder: string): Measure {
  return {
    name: `bundle-${folder}`,
    unit: 'KB of 1,000 bytes',
    target: 60,
    good: 'atMost',
    run: async (bench) => {
      const built = await bench.once(controls)
      const control = built.find((each) => each.folder === folder)
      if (!control) throw new Error(`There is no control ${folder} in controls/.`)
      return (await stat(join(control.path, 'bundle.js'))).size / 1_000
    },
  }
}

/** One function, so that the bench makes them once. */
const controls = () => buildControls()

export const bundles: readonly Measure[] = [
  bundleOf('LedgerTimeline'),
  bundleOf('ValueMapCompare'),
  bundleOf('ProvenanceBadge'),
]
