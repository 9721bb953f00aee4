import type { CustomControl } from '../../../solution/model/solution/index.js'

export const timeline = 'govcdm_DataIntegration.LedgerTimeline'
export const compare = 'govcdm_DataIntegration.ValueMapCompare'
export const badge = 'govcdm_DataIntegration.ProvenanceBadge'

const records = '<data-set name="records" display-name-key="Records" />'

/** The controls as pcf-scripts leaves them, as far as the solutions look at them. */
export const boundControls: readonly CustomControl[] = [
  built(timeline, `${records}<property name="scope" of-type="Enum" usage="input" />`),
  built(compare, records),
  built(
    badge,
    `<property name="value" of-type="SingleLine.Text" usage="bound" required="true" />
    <property name="display" of-type="Enum" usage="input" />
    <property name="column" of-type="SingleLine.Text" usage="input" />`,
  ),
]

function built(name: string, data: string): CustomControl {
  const constructor = name.split('.').at(-1) ?? ''
  const manifest = `<?xml version="1.0" encoding="utf-8"?>
<manifest>
  <control namespace="DataIntegration" constructor="${constructor}" version="1.0.0" control-type="virtual">
    ${data}
    <resources><code path="bundle.js" order="1" /></resources>
  </control>
</manifest>`
  const text = new TextEncoder()
  return {
    name,
    files: new Map([
      ['ControlManifest.xml', text.encode(manifest)],
      ['bundle.js', text.encode('/* a bundle */')],
    ]),
  }
}
