import type { HostedSchema } from '../schema/index.js'
import { bulkMessages } from '../write/index.js'
import { objectTypeCode } from './describe-table.js'
import { metadataId } from './metadata-object.js'
import type { MetadataObject } from './metadata-object.js'

const messages = ['Create', 'Update', 'Delete', 'Retrieve', 'RetrieveMultiple', ...bulkMessages]

/** Which messages which tables know: what clients ask before they use a bulk message. */
export function sdkMessageFilters(schema: HostedSchema): readonly MetadataObject[] {
  return [...schema.tables.values()].flatMap((table) =>
    messages.map((name) => ({
      type: 'sdkmessagefilter',
      baseTypes: [],
      properties: {
        sdkmessagefilterid: metadataId('sdkmessagefilter', table.logicalName, name),
        primaryobjecttypecode: table.logicalName,
        secondaryobjecttypecode: 'none',
        _sdkmessageid_value: metadataId('sdkmessage', name),
        objecttypecode: objectTypeCode(table),
        iscustomprocessingstepallowed: true,
        sdkmessageid: { name },
      },
      navigation: { sdkmessageid: sdkMessage(name) },
    })),
  )
}

export function sdkMessages(): readonly MetadataObject[] {
  return messages.map(sdkMessage)
}

function sdkMessage(name: string): MetadataObject {
  return {
    type: 'sdkmessage',
    baseTypes: [],
    properties: { sdkmessageid: metadataId('sdkmessage', name), name, isprivate: false },
    navigation: {},
  }
}
