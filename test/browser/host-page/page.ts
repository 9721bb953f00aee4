import './local-fonts.js'

import { loadControl, mountControl } from '../../../controls/host/index.js'
import type { LoadedControl, MountedControl } from '../../../controls/host/types.js'
import { hostEnvironment } from '../support/host-environment.js'
import { allAtOnce } from './all-at-once.js'
import type { HostPage, HostPageOptions } from './options.js'

/** What stands behind a control, as a model-driven form of that theme has it. */
const backgrounds = { light: '#ffffff', dark: '#292929', highContrast: '#000000' } as const

let shown: MountedControl | undefined

async function load({ control, languageId }: HostPageOptions): Promise<LoadedControl> {
  return loadControl(`controls/${control}`, languageId)
}

async function mount(options: HostPageOptions, control: LoadedControl): Promise<void> {
  shown?.destroy()
  const { height, isRightToLeft, languageId, locale, theme, width } = options
  const container = document.createElement('div')
  container.style.width = `${width}px`
  document.body.replaceChildren(container)
  document.body.style.background = backgrounds[theme]
  document.documentElement.dir = isRightToLeft ? 'rtl' : 'ltr'
  const user = { isRightToLeft, languageId, locale }
  const { control: _, dataSets, theme: __, ...rest } = options
  shown = await mountControl({
    ...rest,
    control,
    environment: hostEnvironment({ theme, user }).environment,
    container,
    dataSets: Object.fromEntries(
      Object.entries(dataSets).map(([name, source]) => [
        name,
        { ...source, viewId: 'a0000000-0000-4000-8000-000000000001', viewName: '' },
      ]),
    ),
    disabled: false,
  })
  shown.resize(width, height ?? -1)
}

const hostPage: HostPage = {
  show: async (options) => mount(options, await load(options)),
  firstPaint: async (options, rows) => {
    const held = allAtOnce(await load(options), rows)
    await mount(options, held.control)
    return held.painted
  },
}

Object.assign(window, { hostPage })
