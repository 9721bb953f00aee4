import { mapTable } from './map-columns.js'

/** The code lists that there are, as far as they are known. */
export type CodeLists =
  | { readonly state: 'loading' }
  | { readonly state: 'error'; readonly message: string }
  | { readonly state: 'lists'; readonly names: readonly string[] }

/** The names of the code lists that have mappings in use, in order. Rejects as the platform does. */
export async function readCodeLists(webApi: ComponentFramework.WebApi): Promise<readonly string[]> {
  const query = `?fetchXml=${encodeURIComponent(distinctLists())}`
  const { entities } = await webApi.retrieveMultipleRecords(mapTable.table, query)
  const names = (entities as Readonly<Record<string, unknown>>[]).map(
    (row) => row[mapTable.codeList],
  )
  return names.filter((name): name is string => typeof name === 'string' && name !== '')
}

function distinctLists(): string {
  const document = new Document()
  const append = (parent: Node, name: string, attributes: Readonly<Record<string, string>>) => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    return parent.appendChild(element)
  }
  const fetch = append(document, 'fetch', { distinct: 'true' })
  const entity = append(fetch, 'entity', { name: mapTable.table })
  append(entity, 'attribute', { name: mapTable.codeList })
  append(entity, 'order', { attribute: mapTable.codeList })
  const filter = append(entity, 'filter', { type: 'and' })
  append(filter, 'condition', {
    attribute: mapTable.state,
    operator: 'eq',
    value: mapTable.active,
  })
  return new XMLSerializer().serializeToString(document)
}
