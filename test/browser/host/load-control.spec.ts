import { loadControl } from '../../../controls/host/index.js'
import { loadSpecControl, Probe, withFiles } from './spec-control.js'

const built = '/base/dist/controls/LedgerTimeline'
const other = '/base/dist/controls/ProvenanceBadge'

describe('A built control, loaded by the host,', () => {
  it('comes with its name, its data sets and what it takes, from its manifest', async () => {
    const { manifest, name } = await loadSpecControl(Probe, {
      declares: `<type-group name="texts"><type>SingleLine.Text</type><type>Multiple</type></type-group>
        <property name="value" of-type-group="texts" usage="bound" required="true" />
        <property name="scope" of-type="Enum" usage="input" default-value="record" />
        <property name="answer" of-type="Whole.None" usage="output" />
        <data-set name="rows"><property-set name="title" of-type="SingleLine.Text" usage="bound" /></data-set>
        <data-set name="others" />`,
    })

    expect(name).toMatch(/^Specs\.Control\d+$/)
    expect(manifest.dataSets).toEqual(['rows', 'others'])
    expect(manifest.properties).toEqual([
      { name: 'value', types: ['SingleLine.Text', 'Multiple'], usage: 'bound', required: true },
      { name: 'scope', types: ['Enum'], usage: 'input', required: false, defaultValue: 'record' },
      { name: 'answer', types: ['Whole.None'], usage: 'output', required: false },
    ])
  })

  it('makes a new instance each time', async () => {
    const { create } = await loadSpecControl(Probe)

    expect(create()).toBeInstanceOf(Probe)
    expect(create()).not.toBe(create())
  })

  it('is loaded once, however often it is asked for', async () => {
    const scripts = () => document.querySelectorAll(`script[src^="${built}"]`).length
    const { name } = await loadControl(built, 1033)
    const before = scripts()
    await loadControl(`${built}/`, 3082)

    expect(name).toBe('DataIntegration.LedgerTimeline')
    expect(scripts()).toBe(before)
  })

  it('runs once where two of a kind are loaded at the same time', async () => {
    const scripts = () => document.querySelectorAll(`script[src^="${other}"]`).length
    const before = scripts()
    // Under a name of its own, so that it is new whatever was loaded before.
    const loads = await withFiles(`${other}/`, manifestOf('Specs.Twin'), () =>
      Promise.allSettled([loadControl(other, 1033), loadControl(other, 3082)]),
    )

    expect(scripts()).toBe(before + 1)
    expect(loads.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  it('speaks the language asked for, or the first one of its manifest', async () => {
    const texts = { 1033: { Save: 'Save' }, 3082: { Save: 'Guardar & <cerrar>' } }
    const spanish = { 1033: texts[1033], 3082: { Save: 'Guardar &amp; &lt;cerrar&gt;' } }
    const textIn = async (languageId: number) =>
      (await loadSpecControl(Probe, { texts: spanish }, languageId)).strings.get('Save')

    expect(await textIn(3082)).toBe(texts[3082].Save)
    expect(await textIn(1033)).toBe('Save')
    expect(await textIn(1031)).toBe('Save')
  })

  it('is refused where its folder is not there, with the address', async () => {
    await expectAsync(loadControl('/base/dist/controls/Nothing', 1033)).toBeRejectedWithError(
      /\/base\/dist\/controls\/Nothing\/ControlManifest\.xml: 404/,
    )
  })

  it('is refused where the manifest is none', async () => {
    const files = new Map([['ControlManifest.xml', '<manifest><control/></manifest>']])

    await expectAsync(
      withFiles('/none/', files, () => loadControl('/none', 1033)),
    ).toBeRejectedWithError(/\/none\/ControlManifest\.xml is no built control manifest/)
  })

  it('is refused where its script is not there', async () => {
    await expectAsync(
      withFiles('/base/none/', manifestOf('Specs.Missing'), () => loadControl('/base/none/', 1033)),
    ).toBeRejectedWithError(/\/base\/none\/bundle\.js could not be loaded/)
  })

  it('is refused where its script registers another one', async () => {
    await expectAsync(
      withFiles(`${other}/`, manifestOf('Specs.Another'), () => loadControl(other, 1033)),
    ).toBeRejectedWithError(/bundle\.js registers no Specs\.Another/)
  })
})

function manifestOf(name: string): ReadonlyMap<string, string> {
  const [namespace = '', constructor = ''] = name.split('.')
  return new Map([
    [
      'ControlManifest.xml',
      `<manifest><control namespace="${namespace}" constructor="${constructor}">
        <resources><code path="bundle.js" order="1"/></resources></control></manifest>`,
    ],
  ])
}
