import { jsonResponse } from '../server/operation.js'
import type { OperationRequest, OperationResponse } from '../server/operation.js'
import type { HostedSchema } from '../schema/index.js'
import type { Caller } from '../write/index.js'
import { currentOrganization, retrieveVersion, whoAmI } from './functions.js'

/** Answers what is asked of the schema and the environment instead of rows. */
export class MetadataService {
  constructor(private readonly schema: HostedSchema) {}

  /** Undefined when the path is none of metadata: it names a table's set then. */
  answer({ path, rootUrl }: OperationRequest, caller: Caller): OperationResponse | undefined {
    const [name] = decodeURIComponent(path).split('(')
    switch (name) {
      case 'WhoAmI':
        return jsonResponse(200, whoAmI(caller, rootUrl))
      case 'RetrieveVersion':
        return jsonResponse(200, retrieveVersion(rootUrl))
      case 'RetrieveCurrentOrganization':
        return jsonResponse(200, currentOrganization(rootUrl))
      default:
        return undefined
    }
  }
}
