import { deflateSync } from 'node:zlib'

import type { ConnectorFiles } from '../../../../../connector/definition/lint/connector-files.js'
import { validDefinition } from './definition.js'

/** A connector whose files break no rule. */
export function validConnector(): ConnectorFiles & { readonly definitionText: string } {
  const definition = validDefinition()
  return {
    definition,
    definitionText: JSON.stringify(definition, undefined, 4),
    properties: validProperties(),
    readme: readmeOf(definition),
    icon: iconOf(230, 230, [0x1d, 0x5c, 0x63]),
  }
}

function validProperties() {
  return {
    properties: {
      connectionParameters: {
        token: { type: 'oauthSetting', oAuthSettings: { identityProvider: 'aad' } },
        api_key: { type: 'securestring' },
      },
      iconBrandColor: '#1d5c63',
      capabilities: ['actions'],
      publisher: 'Register office',
      stackOwner: 'Register office',
      policyTemplateInstances: [
        {
          templateId: 'updatenextlink',
          title: 'Next pages',
          parameters: {
            'x-ms-apimTemplateParameter.nextLinkPropertyName': 'nextLink',
            'x-ms-apimTemplate-operationName': ['ListParcels'],
          },
        },
      ],
    },
  }
}

const sections = [
  'Publisher',
  'Prerequisites',
  'Supported Operations',
  'Obtaining Credentials',
  'Known Issues and Limitations',
  'Deployment Instructions',
]

/** A readme with all sections that names all operations of a definition. */
export function readmeOf(definition: unknown): string {
  const headings = sections.map((name) => `## ${name}`)
  return [
    `# ${textsAt(definition, 'title')[0] ?? ''}`,
    ...headings,
    ...textsAt(definition, 'summary'),
  ].join('\n')
}

/** All texts that stand under a name somewhere in a JSON value. */
function textsAt(node: unknown, name: string): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node as Readonly<Record<string, unknown>>).flatMap(([key, child]) =>
    key === name && typeof child === 'string' ? [child] : textsAt(child, name),
  )
}

/** A PNG of one colour, without what a rule does not read (checksums). */
export function iconOf(width: number, height: number, color: readonly number[]): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, color.length === 4 ? 6 : 2], 8)
  const line = Buffer.from([0, ...Array.from({ length: width }, () => color).flat()])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
}
