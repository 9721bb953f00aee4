import type { HostedSchema } from '../schema/index.js'

/** The list of sets, as the service root answers. */
export function serviceDocument(schema: HostedSchema, rootUrl: string): object {
  return {
    '@odata.context': `${rootUrl}$metadata`,
    value: [...schema.tables.values()].map(({ entitySetName }) => ({
      name: entitySetName,
      kind: 'EntitySet',
      url: entitySetName,
    })),
  }
}
