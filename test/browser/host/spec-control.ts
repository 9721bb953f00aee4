import * as React from 'react'

import { loadControl, mountControl } from '../../../controls/host/index.js'
import type { LoadedControl, MountedControl, MountOptions } from '../../../controls/host/types.js'
import { hostEnvironment } from '../support/host-environment.js'
import type { PageLog } from '../support/host-environment.js'

export type Context = ComponentFramework.Context<Readonly<Record<string, unknown>>>
type Control = ComponentFramework.ReactControl<unknown, unknown>

/** What a spec's control has besides its class: the parts of its manifest and its texts. */
export interface SpecControlFiles {
  /** Elements within `<control>`, before its resources. */
  readonly declares?: string
  /** Texts by language code, in the order in which the manifest lists them. */
  readonly texts?: Readonly<Record<number, Readonly<Record<string, string>>>>
}

const classes: Record<string, new () => Control> = {}
Object.assign(window, { specControls: classes })
let count = 0

/** A data set called `rows`, as manifests declare it. */
export const rowsDataSet = '<data-set name="rows" display-name-key="Rows" />'

/**
 * Loads a class of the spec from a folder of its own, through the host's loader: its script registers
 * it as every bundle does. The folder is an address that holds the script; `//` begins a comment.
 */
export async function loadSpecControl(
  controlClass: new () => Control,
  { declares = '', texts = {} }: SpecControlFiles = {},
  languageId = 1033,
): Promise<LoadedControl> {
  count += 1
  const [namespace, constructor] = ['Specs', `Control${count}`]
  const name = `${namespace}.${constructor}`
  classes[name] = controlClass
  const script = `ComponentFramework.registerControl('${name}', window.specControls['${name}'])`
  const folder = `data:text/javascript,${encodeURIComponent(script)}//`
  const languages = Object.keys(texts)
  const resx = languages.map((language) => `<resx path="strings/Texts.${language}.resx" />`)
  const manifest = `<manifest><control namespace="${namespace}" constructor="${constructor}">
    ${declares}<resources><code path="bundle.js" order="1" />${resx.join('')}</resources>
  </control></manifest>`
  const files = new Map([
    ['ControlManifest.xml', manifest],
    ...Object.entries(texts).map(
      ([language, pairs]) => [`strings/Texts.${language}.resx`, resxOf(pairs)] as const,
    ),
  ])
  return withFiles(folder, files, () => loadControl(folder, languageId))
}

/** Answers requests below the address with these files while `use` runs. */
export async function withFiles<Result>(
  folder: string,
  files: ReadonlyMap<string, string>,
  use: () => Promise<Result>,
): Promise<Result> {
  const own = Object.getOwnPropertyDescriptor(window, 'fetch')
  const fetchOfPage = window.fetch.bind(window)
  window.fetch = (address, init) => {
    const url = typeof address === 'string' ? address : ''
    if (!url.startsWith(folder)) return fetchOfPage(address, init)
    const file = files.get(url.slice(folder.length))
    return file === undefined
      ? fetchOfPage(address, init)
      : Promise.resolve(new Response(file, { status: 200 }))
  }
  try {
    return await use()
  } finally {
    if (own) Object.defineProperty(window, 'fetch', own)
  }
}

function resxOf(pairs: Readonly<Record<string, string>>): string {
  const data = Object.entries(pairs).map(
    ([key, text]) => `<data name="${key}"><value>${text}</value></data>`,
  )
  return `<root>${data.join('')}</root>`
}

/** A control that keeps every context it was handed and shows how many those were. */
export class Probe implements Control {
  static last: Probe | undefined
  readonly contexts: Context[] = []
  destroyed = 0
  outputs: Readonly<Record<string, unknown>> = {}
  notify: () => void = () => undefined
  initial: Context | undefined

  init(context: unknown, notifyOutputChanged?: () => void): void {
    Probe.last = this
    this.initial = context as Context
    this.notify = notifyOutputChanged ?? this.notify
  }

  updateView(context: unknown): React.ReactElement {
    this.contexts.push(context as Context)
    return React.createElement('p', {}, `Drawn ${this.contexts.length} times`)
  }

  getOutputs(): Readonly<Record<string, unknown>> {
    return this.outputs
  }

  destroy(): void {
    this.destroyed += 1
  }
}

export interface MountedProbe {
  readonly probe: Probe
  readonly mounted: MountedControl
  readonly container: HTMLElement
  readonly log: PageLog
  /** The context of the last `updateView`. */
  readonly context: () => Context
  /** The data set called `rows`, as of now. */
  readonly rows: () => ComponentFramework.PropertyTypes.DataSet
}

const open: MountedProbe[] = []

/** Mounts a probe of its own; `control` to have another manifest than one data set's. */
export async function mountProbe(
  options: Partial<MountOptions> & {
    readonly page?: Parameters<typeof hostEnvironment>[0]
  } = {},
): Promise<MountedProbe> {
  const { page, ...rest } = options
  const { environment, log } = hostEnvironment(page)
  const container = document.createElement('div')
  document.body.append(container)
  const mounted = await mountControl({
    control: rest.control ?? (await loadSpecControl(Probe, { declares: rowsDataSet })),
    environment,
    container,
    dataSets: {},
    bound: {},
    inputs: {},
    disabled: false,
    label: '',
    ...rest,
  })
  const probe = Probe.last
  if (!probe) throw new Error('The host made no probe.')
  const context = () => {
    const last = probe.contexts.at(-1)
    if (!last) throw new Error('The host never called updateView.')
    return last
  }
  const rows = () => context().parameters.rows as ComponentFramework.PropertyTypes.DataSet
  const opened = { probe, mounted, container, log, context, rows }
  open.push(opened)
  return opened
}

/** Ends every probe that a spec left on the page. */
export function unmountProbes(): void {
  for (const { mounted, container } of open.splice(0)) {
    mounted.destroy()
    container.remove()
  }
}

/** Waits, a frame at a time, for something to hold. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 2_000) throw new Error(`It never came to hold: ${holds.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
