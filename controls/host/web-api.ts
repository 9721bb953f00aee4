import type { TableMetadataCache } from './table-metadata.js'
import { request, requestJson } from './web-api-request.js'

type Entity = ComponentFramework.WebApi.Entity

/** `context.webAPI` over HTTP. As on the platform, it sends no If-Match with an update's values. */
export function webApiOf(root: string, tables: TableMetadataCache): ComponentFramework.WebApi {
  const setOf = async (table: string) => root + (await tables.read(table)).entitySetName
  const rowOf = async (table: string, id: string) =>
    `${await setOf(table)}(${id.replace(/[{}]/g, '')})`
  return {
    createRecord: async (entityType, data: Entity) => {
      const response = await request(await setOf(entityType), { method: 'POST', body: data })
      const id = /\(([^)]+)\)$/.exec(response.headers.get('OData-EntityId') ?? '')?.[1] ?? ''
      return { id, entityType }
    },
    updateRecord: async (entityType, id, data: Entity) => {
      const headers = { 'If-Match': '*' }
      await request(await rowOf(entityType, id), { method: 'PATCH', body: data, headers })
      return { id, entityType }
    },
    deleteRecord: async (entityType, id) => {
      await request(await rowOf(entityType, id), { method: 'DELETE' })
      return { id, entityType }
    },
    retrieveRecord: async (entityType, id, options = '') =>
      requestJson((await rowOf(entityType, id)) + options),
    retrieveMultipleRecords: async (entityType, options = '', maxPageSize) => {
      const prefer = ['odata.include-annotations="*"']
      if (maxPageSize !== undefined) prefer.push(`odata.maxpagesize=${maxPageSize}`)
      const url = options.startsWith('http') ? options : (await setOf(entityType)) + options
      const answer = await requestJson(url, { headers: { Prefer: prefer.join(',') } })
      return {
        entities: answer.value as Entity[],
        nextLink: typeof answer['@odata.nextLink'] === 'string' ? answer['@odata.nextLink'] : '',
      }
    },
  }
}
