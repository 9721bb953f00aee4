import type { ReactElement } from 'react'
import * as ReactDOM from 'react-dom'

import { contextOf } from './context.js'
import { LiveDataSet } from './data-set/live-data-set.js'
import { formattingOf } from './formatting.js'
import { boundProperty, inputProperty } from './property.js'
import { TableMetadataCache } from './table-metadata.js'
import type { TableMetadata } from './table-metadata.js'
import type { DataSetSource, MountOptions, MountedControl } from './types.js'

/** Metadata does not change while a page is open, so controls of one page share it. */
const caches = new Map<string, TableMetadataCache>()

function tablesOf(webApi: string): TableMetadataCache {
  const known = caches.get(webApi) ?? new TableMetadataCache(webApi)
  caches.set(webApi, known)
  return known
}

/**
 * Runs a control in a page as a model-driven form does: `init` once, `updateView` on every change of
 * data, size or look, `destroy` at the end. Rejects where a table of its data is not there.
 */
export async function mountControl(options: MountOptions): Promise<MountedControl> {
  const tables = tablesOf(options.environment.webApi)
  const named = [
    ...Object.values(options.dataSets).map(({ table }) => table),
    ...Object.values(options.bound).map(({ table }) => table),
  ]
  const metadata = new Map(
    await Promise.all(
      [...new Set(named)].map(async (name) => [name, await tables.read(name)] as const),
    ),
  )
  return new ControlOnPage(options, tables, metadata)
}

class ControlOnPage implements MountedControl {
  #options: MountOptions
  readonly #tables: TableMetadataCache
  readonly #metadata: ReadonlyMap<string, TableMetadata>
  readonly #instance: ComponentFramework.ReactControl<unknown, unknown>
  readonly #dataSets: ReadonlyMap<string, LiveDataSet>
  #size: { width: number; height: number }
  #updated = new Set<string>()
  #scheduled: number | undefined
  #destroyed = false

  constructor(
    options: MountOptions,
    tables: TableMetadataCache,
    metadata: ReadonlyMap<string, TableMetadata>,
  ) {
    this.#options = options
    this.#tables = tables
    this.#metadata = metadata
    this.#instance = options.control.create()
    this.#size = { width: options.container.clientWidth, height: -1 }
    this.#dataSets = new Map(
      Object.entries(options.dataSets).map(([name, source]) => [name, this.#open(name, source)]),
    )
    this.#instance.init(this.#context(), () => this.#readOutputs(), {})
    this.#render()
    void this.refresh()
  }

  readonly update: MountedControl['update'] = (changes) => {
    this.#options = { ...this.#options, ...changes }
    for (const [name, source] of Object.entries(changes.dataSets ?? {})) {
      void this.#dataSets.get(name)?.setSource(source)
    }
    this.#schedule(...Object.keys(changes.bound ?? {}), ...Object.keys(changes.inputs ?? {}))
  }

  readonly refresh = async (): Promise<void> => {
    await Promise.all([...this.#dataSets.values()].map((dataSet) => dataSet.load()))
  }

  readonly resize = (width: number, height: number): void => {
    this.#size = { width, height }
    this.#schedule('layout')
  }

  readonly destroy = (): void => {
    if (this.#destroyed) return
    this.#destroyed = true
    if (this.#scheduled !== undefined) cancelAnimationFrame(this.#scheduled)
    for (const dataSet of this.#dataSets.values()) dataSet.destroy()
    ReactDOM.unmountComponentAtNode(this.#options.container)
    this.#instance.destroy()
  }

  #open(name: string, source: DataSetSource): LiveDataSet {
    return new LiveDataSet(source, this.#tableOf(source.table), {
      webApi: this.#options.environment.webApi,
      formatting: formattingOf(this.#options.environment.user),
      openRecord: ({ etn, id }) => {
        const record = { entityName: etn ?? source.table, entityId: id.guid }
        void this.#options.environment.navigation.openForm(record)
      },
      changed: () => this.#schedule('dataset', `${name}_dataset`),
    })
  }

  #tableOf(name: string): TableMetadata {
    const table = this.#metadata.get(name)
    if (!table) throw new Error(`The metadata of ${name} was not read.`)
    return table
  }

  /** One `updateView` a frame, however many changes there were. */
  #schedule(...updated: readonly string[]): void {
    for (const name of updated) this.#updated.add(name)
    if (this.#destroyed || this.#scheduled !== undefined) return
    this.#scheduled = requestAnimationFrame(() => {
      this.#scheduled = undefined
      this.#render()
    })
  }

  #render(): void {
    const element: ReactElement = this.#instance.updateView(this.#context())
    this.#updated = new Set()
    ReactDOM.render(element, this.#options.container)
  }

  #context(): ComponentFramework.Context<unknown> {
    return contextOf({
      options: this.#options,
      parameters: this.#parameters(),
      updatedProperties: [...this.#updated],
      size: this.#size,
      tables: this.#tables,
      requestRender: () => this.#schedule(),
    })
  }

  #parameters(): Readonly<Record<string, unknown>> {
    const { control, bound, inputs } = this.#options
    const properties = control.manifest.properties.map((property) => {
      const column = bound[property.name]
      const value =
        property.usage === 'bound' && column
          ? boundProperty(column, this.#metadata.get(column.table), this.#options.environment.user)
          : inputProperty(property, inputs[property.name])
      return [property.name, value] as const
    })
    const dataSets = [...this.#dataSets].map(([name, dataSet]) => [name, dataSet.view()] as const)
    return Object.fromEntries<unknown>([...properties, ...dataSets])
  }

  #readOutputs(): void {
    const outputs = this.#instance.getOutputs?.()
    if (outputs) this.#options.onOutput?.(outputs as Readonly<Record<string, unknown>>)
  }
}
