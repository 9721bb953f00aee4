import { parseResourcePath } from '../query/resource-path.js'
import type { ResourcePath } from '../query/resource-path.js'
import type { HostedSchema } from '../schema/index.js'
import { jsonResponse } from '../server/operation.js'
import type { OperationRequest, OperationResponse } from '../server/operation.js'
import type { Caller } from '../write/index.js'
import { csdl } from './csdl.js'
import { describeSchema } from './describe-table.js'
import { currentOrganization, retrieveVersion, whoAmI } from './functions.js'
import type { MetadataObject } from './metadata-object.js'
import { followPath } from './metadata-path.js'
import { chosen, parseMetadataQuery, present } from './metadata-query.js'
import { sdkMessageFilters, sdkMessages } from './sdk-messages.js'
import { serviceDocument } from './service-document.js'

/** Answers what is asked of the schema and the environment instead of rows. */
export class MetadataService {
  #sets: ReadonlyMap<string, readonly MetadataObject[]> | undefined
  #csdl: string | undefined

  constructor(private readonly schema: HostedSchema) {}

  /** Undefined when the path is none of metadata: it names a table's set then. */
  answer(request: OperationRequest, caller: Caller): OperationResponse | undefined {
    const { path, query, rootUrl } = request
    const [name = ''] = path.split(/[(/]|%28/, 1)
    switch (name) {
      case '':
        return jsonResponse(200, serviceDocument(this.schema, rootUrl))
      case '$metadata':
        return this.#metadata()
      case 'WhoAmI':
        return jsonResponse(200, whoAmI(caller, rootUrl))
      case 'RetrieveVersion':
        return jsonResponse(200, retrieveVersion(rootUrl))
      case 'RetrieveCurrentOrganization':
        return jsonResponse(200, currentOrganization(rootUrl))
      default: {
        const set = this.#set(name)
        return set && answerSet(set, parseResourcePath(path), query, rootUrl)
      }
    }
  }

  #metadata(): OperationResponse {
    this.#csdl ??= `<?xml version="1.0" encoding="utf-8"?>\n${csdl(this.schema)}`
    const headers = { 'Content-Type': 'application/xml', 'OData-Version': '4.0' }
    return { status: 200, headers, body: this.#csdl }
  }

  /** Described when first asked for. */
  #set(name: string): readonly MetadataObject[] | undefined {
    if (!metadataSets.has(name)) return undefined
    if (!this.#sets) {
      const { tables, choices, relationships } = describeSchema(this.schema)
      this.#sets = new Map([
        ['EntityDefinitions', tables],
        ['GlobalOptionSetDefinitions', choices],
        ['RelationshipDefinitions', relationships],
        ['sdkmessagefilters', sdkMessageFilters(this.schema)],
        ['sdkmessages', sdkMessages()],
      ])
    }
    return this.#sets.get(name)
  }
}

const metadataSets: ReadonlySet<string> = new Set([
  'EntityDefinitions',
  'GlobalOptionSetDefinitions',
  'RelationshipDefinitions',
  'sdkmessagefilters',
  'sdkmessages',
])

function answerSet(
  set: readonly MetadataObject[],
  path: ResourcePath,
  search: string,
  rootUrl: string,
): OperationResponse {
  const query = parseMetadataQuery(search)
  const target = followPath(set, path)
  const context = { '@odata.context': `${rootUrl}$metadata#${path.entitySet}` }
  switch (target.kind) {
    case 'nothing':
      return { status: 204, headers: { 'OData-Version': '4.0' }, body: null }
    case 'object': {
      const options = { typed: path.steps.length > 0, lenient: false }
      return jsonResponse(200, {
        '@odata.context': `${context['@odata.context']}/$entity`,
        ...present(target.object, query, options),
      })
    }
    case 'list': {
      const objects = chosen(target.objects, query)
      const mixed = target.cast === null && path.steps.length > 0
      const options = { typed: mixed, lenient: mixed }
      return jsonResponse(200, {
        ...context,
        ...(query.counts ? { '@odata.count': objects.length } : {}),
        value: objects.map((one) => present(one, query, options)),
      })
    }
  }
}
