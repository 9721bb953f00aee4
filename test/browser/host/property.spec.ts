import { country, integrationValueMap } from '../../../solution/tables/index.js'
import type { BoundColumn, MountOptions } from '../../../controls/host/types.js'
import { loadSpecControl, mountProbe, Probe, unmountProbes, until } from './spec-control.js'
import { countries, makeStates, stateColumn, states } from './state-rows.js'

/** The platform's, with the value as something unknown. */
type Property = Omit<ComponentFramework.PropertyTypes.Property, 'raw'> & { readonly raw: unknown }

const declares = `<property name="value" of-type="SingleLine.Text" usage="bound" required="true" />
  <property name="limit" of-type="Whole.None" usage="input" default-value="7" />
  <property name="open" of-type="TwoOptions" usage="input" />
  <property name="scope" of-type="SingleLine.Text" usage="input" />
  <property name="said" of-type="SingleLine.Text" usage="output" />`

const { columns } = integrationValueMap
const mapColumn = (name: keyof typeof columns, value: unknown): BoundColumn => ({
  table: integrationValueMap.logicalName,
  column: columns[name].logicalName,
  value,
})

describe("A control's properties in the host", () => {
  afterEach(unmountProbes)

  async function mounted(options: Partial<MountOptions> & { page?: object } = {}) {
    return mountProbe({ control: await loadSpecControl(Probe, { declares }), ...options })
  }

  const property = (page: { context: () => { parameters: Readonly<Record<string, unknown>> } }) =>
    page.context().parameters.value as Property

  const bound = async (value: BoundColumn, over: Partial<MountOptions> = {}) =>
    property(await mounted({ bound: { value }, ...over }))

  it('hold a bound value with what its metadata says', async () => {
    const { attributes, error, raw, security, type } = await bound({
      table: countries,
      column: country.columns.name.logicalName,
      value: 'Norway',
    })

    expect(raw).toBe('Norway')
    expect(type).toBe('SingleLine.Text')
    expect(error).toBeFalse()
    expect(security).toEqual({ editable: true, readable: true, secured: false })
    const { DisplayName, LogicalName, MaxLength, RequiredLevel } =
      attributes as unknown as Readonly<Record<string, unknown>>
    expect([DisplayName, LogicalName]).toEqual(['Name', country.columns.name.logicalName])
    expect([RequiredLevel, MaxLength]).toEqual([2, country.columns.name.maxLength])
  })

  it('are formatted for the user', async () => {
    const page = { user: { locale: 'es-ES' } }
    const number = await mounted({ bound: { value: mapColumn('confidence', 0.5) }, page })

    expect(property(number).formatted).toMatch(/^0,50*$/)
    expect(property(number).raw).toBe(0.5)
    expect((await bound(mapColumn('confidence', null))).formatted).toBe('')
  })

  it('hold a lookup as the platform does, with the tables it may point at', async () => {
    const id = await makeStates(0)
    const value = await bound({
      table: states,
      column: stateColumn.country,
      value: [{ entityType: countries, id, name: 'Norway' }],
    })
    const lookup: ComponentFramework.PropertyTypes.LookupProperty = value as never

    expect(lookup.type).toBe('Lookup.Simple')
    expect(lookup.getTargetEntityType()).toBe(countries)
    expect(lookup.formatted).toBe('Norway')
  })

  it('keep a value back that column security hides, and say what may be done', async () => {
    const { formatted, raw, security } = await bound({
      ...mapColumn('sourceCode', 'SECRET'),
      security: { readable: false, editable: false },
    })

    expect(raw).toBeNull()
    expect(formatted).toBe('')
    expect(security).toEqual(jasmine.objectContaining({ editable: false, readable: false }))
  })

  it("hand on the form's complaint about a value", async () => {
    const { error, errorMessage } = await bound({
      ...mapColumn('sourceCode', 'x'),
      error: { message: 'Source Code: too short.' },
    })

    expect(error).toBeTrue()
    expect(errorMessage).toBe('Source Code: too short.')
  })

  it('have null where a form binds nothing', async () => {
    const { error, raw } = property(await mounted())

    expect(raw).toBeNull()
    expect(error).toBeFalse()
  })

  it('take inputs of the form, else those of the manifest, by their types', async () => {
    const inputsOf = async (inputs: Readonly<Record<string, string>>) => {
      const { parameters } = (await mounted({ inputs })).context()
      return ['limit', 'open', 'scope'].map((name) => (parameters[name] as Property).raw)
    }

    expect(await inputsOf({})).toEqual([7, null, null])
    expect(await inputsOf({ limit: '12', open: 'true', scope: '<b>' })).toEqual([12, true, '<b>'])
  })

  it('change at once when the form changes them, and are named then', async () => {
    const page = await mounted({ bound: { value: mapColumn('sourceCode', 'A') } })
    page.mounted.update({ bound: { value: mapColumn('sourceCode', 'B') } })
    await until(() => property(page).raw === 'B')

    expect(page.context().updatedProperties).toEqual(['value'])
  })

  it('go back to the form when the control says that it has put something out', async () => {
    const outputs: unknown[] = []
    const page = await mounted({ onOutput: (output) => outputs.push(output) })
    page.probe.outputs = { said: 'hello' }
    page.probe.notify()

    expect(outputs).toEqual([{ said: 'hello' }])
  })
})
