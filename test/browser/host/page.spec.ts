import type { MountOptions } from '../../../controls/host/types.js'
import { hostEnvironment } from '../support/host-environment.js'
import { loadSpecControl, mountProbe, Probe, unmountProbes, until } from './spec-control.js'
import { countries, countryColumn, stateColumn, states } from './state-rows.js'

describe('The page around a control in the host', () => {
  afterEach(unmountProbes)

  function withNavigation(navigation: Partial<MountOptions['environment']['navigation']>) {
    const { environment } = hostEnvironment()
    return mountProbe({
      environment: { ...environment, navigation: { ...environment.navigation, ...navigation } },
    })
  }

  it('opens forms, addresses and dialogs when it is asked to', async () => {
    const said: unknown[] = []
    const { context, log } = await withNavigation({
      openUrl: (url) => void said.push(url),
      alert: (text) => Promise.resolve(void said.push(text)),
      confirm: ({ text }) => Promise.resolve(text === 'Really?'),
    })
    const { navigation } = context()
    await navigation.openForm({ entityName: countries, entityId: 'x' })
    navigation.openUrl('https://example.org/')
    await navigation.openAlertDialog({ text: 'Done' })
    await navigation.openErrorDialog({ message: 'Broken' })
    await navigation.openErrorDialog({ errorCode: 1_234 })
    const yes = await navigation.openConfirmDialog({ text: 'Really?' })
    const no = await navigation.openConfirmDialog({ text: 'Truly?' })

    expect(log.opened).toEqual([])
    expect(said).toEqual(['https://example.org/', 'Done', 'Broken', 'Error 1234'])
    expect([yes.confirmed, no.confirmed]).toEqual([true, false])
  })

  it('lets the user look rows up, and answers with those chosen', async () => {
    const chosen = { id: 'c1', entityType: countries, name: 'Norway' }
    const asked: unknown[] = []
    const { context } = await withNavigation({
      lookup: (wanted) => {
        asked.push(wanted)
        return Promise.resolve(wanted.allowMultiSelect ? [chosen, chosen] : [chosen])
      },
    })
    const { utils } = context()
    const wanted = { entityTypes: [countries], allowMultiSelect: true }

    expect(await utils.lookupObjects(wanted)).toEqual([chosen, chosen])
    expect(await utils.lookupObjects({ entityTypes: [states] })).toEqual([chosen])
    expect(asked).toEqual([wanted, { entityTypes: [states] }])
  })

  it('refuses a lookup where it has no dialog for it', async () => {
    const { context } = await mountProbe()

    await expectAsync(
      context().utils.lookupObjects({ entityTypes: [countries] }),
    ).toBeRejectedWithError(/lookupObjects is not available/)
  })

  it('refuses what only a device can do', async () => {
    const { context } = await mountProbe()

    await expectAsync(context().device.captureImage()).toBeRejectedWithError(/captureImage/)
    await expectAsync(context().device.getCurrentPosition()).toBeRejected()
  })

  it('describes tables and their columns by what people call them', async () => {
    const { utils } = (await mountProbe()).context()
    const metadata = (await utils.getEntityMetadata(states, [
      stateColumn.name,
    ])) as unknown as Readonly<Record<string, unknown>> & {
      readonly Attributes: { readonly get: (name: string) => object | undefined }
    }

    expect(metadata).toEqual(
      jasmine.objectContaining({
        LogicalName: states,
        DisplayName: 'State or Province',
        PrimaryIdAttribute: stateColumn.id,
        PrimaryNameAttribute: stateColumn.name,
      }),
    )
    expect(metadata.Attributes.get(stateColumn.name)).toEqual(
      jasmine.objectContaining({ LogicalName: stateColumn.name, DisplayName: 'Name' }),
    )
    expect(metadata.Attributes.get('nothing')).toBeUndefined()
    await expectAsync(utils.getEntityMetadata('nothing', [])).toBeRejectedWithError(/nothing/)
  })

  it('asks for the metadata of a table once, for all controls of the page', async () => {
    const first = (await mountProbe()).context().utils
    const second = (await mountProbe()).context().utils
    await first.getEntityMetadata(countries, [])
    const sent = spyOn(window, 'fetch').and.callThrough()
    await second.getEntityMetadata(countries, [countryColumn.name])

    expect(sent).not.toHaveBeenCalled()
  })

  it('speaks of privileges as the page was told, and allows everything where it was not', async () => {
    const [read, write] = [2, 3] as const
    const told = await mountProbe({
      page: { hasPrivilege: (table, privilege) => table === states && privilege === read },
    })
    const may = (page: typeof told, table: string, privilege: 2 | 3) =>
      page.context().utils.hasEntityPrivilege(table, privilege, 0)

    expect(may(told, states, read)).toBeTrue()
    expect(may(told, states, write)).toBeFalse()
    expect(may(told, countries, read)).toBeFalse()
    expect(may(await mountProbe(), countries, write)).toBeTrue()
  })

  it('hands over texts by key, a key itself where there is no text', async () => {
    const control = await loadSpecControl(
      Probe,
      { texts: { 1033: { Hello: 'Hello {0}' }, 3082: { Hello: 'Hola {0}' } } },
      3082,
    )
    const { resources } = (await mountProbe({ control })).context()

    expect(resources.getString('Hello')).toBe('Hola {0}')
    expect(resources.getString('Missing')).toBe('Missing')
  })

  it('tells the theme by tokens, and a change of it at once', async () => {
    const page = await mountProbe()
    const background = () =>
      (page.context().fluentDesignLanguage?.tokenTheme as Record<string, string>)
        .colorNeutralBackground1
    expect(page.context().fluentDesignLanguage?.isDarkTheme).toBeFalse()
    expect(background()).toBe('#ffffff')

    page.mounted.update({ environment: hostEnvironment({ theme: 'dark' }).environment })
    await until(() => page.context().fluentDesignLanguage?.isDarkTheme === true)
    expect(background()).toBe('#292929')

    page.mounted.update({ environment: hostEnvironment({ theme: 'highContrast' }).environment })
    await until(() => background() === '#000000')
  })

  it('tells the record of the form, which a new one has no id of', async () => {
    const info = async (record: MountOptions['record']) => {
      const { mode } = (await mountProbe(record ? { record } : {})).context()
      return (mode as unknown as { readonly contextInfo: unknown }).contextInfo
    }

    expect(await info({ table: countries, id: 'c1', name: 'Norway' })).toEqual({
      entityTypeName: countries,
      entityId: 'c1',
      entityRecordName: 'Norway',
    })
    expect(await info({ table: countries })).toEqual(
      jasmine.objectContaining({ entityTypeName: countries, entityId: undefined }),
    )
    expect(await info(undefined)).toEqual(jasmine.objectContaining({ entityTypeName: undefined }))
  })

  it('says whether the control is disabled, what it is called and how large it is', async () => {
    const page = await mountProbe({ disabled: true, label: 'Provenance' })
    expect(page.context().mode.isControlDisabled).toBeTrue()
    expect(page.context().mode.label).toBe('Provenance')
    expect(page.context().mode.allocatedWidth).toBe(page.container.clientWidth)
    expect(page.context().mode.allocatedHeight).toBe(-1)

    page.mounted.resize(320, 400)
    await until(() => page.context().mode.allocatedWidth === 320)
    expect(page.context().mode.allocatedHeight).toBe(400)
    expect(page.context().updatedProperties).toContain('layout')
    page.mounted.update({ disabled: false, label: 'Herkunft' })
    await until(() => !page.context().mode.isControlDisabled)
    expect(page.context().mode.label).toBe('Herkunft')
  })

  it('stands at the address of the organization', async () => {
    const { page } = (await mountProbe()).context() as unknown as {
      readonly page: { readonly getClientUrl: () => string }
    }

    expect(page.getClientUrl()).toBe(location.origin)
  })
})
