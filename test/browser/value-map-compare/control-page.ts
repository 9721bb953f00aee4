import { loadControl, mountControl } from '../../../controls/host/index.js'
import type { DataSetSource, MountedControl } from '../../../controls/host/types.js'
import { mapTable } from '../../../controls/ValueMapCompare/data/map-columns.js'
import { hostEnvironment } from '../support/host-environment.js'
import { webApiUrl } from '../web-api-page.js'
import { controlFolder } from './view-page.js'

type Row = Readonly<Record<string, unknown>>

/** A value map of the service's columns; its name is its source code. */
export function row(
  codeList: string,
  system: string | null,
  sourceCode: string,
  canonicalCode: string,
  over: Row = {},
): Row {
  return {
    [mapTable.name]: sourceCode,
    [mapTable.codeList]: codeList,
    [mapTable.system]: system,
    [mapTable.sourceCode]: sourceCode,
    [mapTable.canonicalCode]: canonicalCode,
    ...over,
  }
}

async function send(path: string, method: string, body?: unknown): Promise<Response> {
  const response = await fetch(`${webApiUrl}/${mapTable.entitySet}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return response
}

/** Puts rows into the local Dataverse, a thousand at once. */
export async function createRows(rows: readonly Row[]): Promise<void> {
  const typed = rows.map((each) => ({
    '@odata.type': `Microsoft.Dynamics.CRM.${mapTable.table}`,
    ...each,
  }))
  for (let start = 0; start < typed.length; start += 1_000) {
    await send('/Microsoft.Dynamics.CRM.CreateMultiple', 'POST', {
      Targets: typed.slice(start, start + 1_000),
    })
  }
}

/** The rows of a code list as Dataverse has them now, by source code. */
export async function storedRows(codeList: string): Promise<readonly Row[]> {
  const filter = `${mapTable.codeList} eq '${codeList}'`
  const query = `?$filter=${encodeURIComponent(filter)}&$orderby=${mapTable.sourceCode}`
  const { value } = (await (await send(query, 'GET')).json()) as { readonly value: readonly Row[] }
  return value
}

export async function updateRow(id: unknown, changes: Row): Promise<void> {
  await send(`(${String(id)})`, 'PATCH', changes)
}

export interface OpenedControl {
  readonly mounted: MountedControl
  readonly container: HTMLElement
  /** Forms that the control asked to open. */
  readonly forms: readonly unknown[]
  readonly close: () => void
}

export interface OpenOptions {
  readonly page?: Parameters<typeof hostEnvironment>[0]
  readonly codeList?: string
  readonly disabled?: boolean
  /** Attributes of the view's query beside the id. */
  readonly attributes?: readonly string[]
}

/** Loads the built control and mounts it over the value map table's rows. */
export async function openControl(options: OpenOptions = {}): Promise<OpenedControl> {
  const { codeList, attributes = [] } = options
  const { environment, log } = hostEnvironment(options.page)
  const container = document.createElement('div')
  container.style.width = '1000px'
  document.body.append(container)
  const mounted = await mountControl({
    control: await loadControl(controlFolder, environment.user.languageId),
    container,
    environment,
    dataSets: { records: source(attributes) },
    bound: {},
    inputs: codeList === undefined ? {} : { codeList },
    disabled: options.disabled ?? false,
    label: 'Value maps',
  })
  mounted.resize(1_000, 500)
  const close = () => {
    mounted.destroy()
    container.remove()
  }
  return { mounted, container, forms: log.opened, close }
}

function source(attributes: readonly string[]): DataSetSource {
  const columns = [mapTable.id, ...attributes].map((name) => `<attribute name="${name}"/>`)
  return {
    table: mapTable.table,
    viewId: '7c3f5a52-5b7a-4c1e-9d5b-5a5d3d1f0a11',
    viewName: 'Compare',
    fetchXml: `<fetch><entity name="${mapTable.table}">${columns.join('')}</entity></fetch>`,
    columns: [{ name: mapTable.codeList, width: 100 }],
    pageSize: 50,
  }
}
