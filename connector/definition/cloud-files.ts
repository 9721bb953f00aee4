import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { apiDefinition } from './source/api-definition.js'
import { apiProperties } from './source/api-properties.js'
import { cloudAddresses, clouds } from './source/clouds.js'
import type { Cloud } from './source/clouds.js'
import { placeholderRegistration } from './source/connection-parameters.js'
import type { Registration } from './source/connection-parameters.js'

const usage = `Usage: npm run connector-files -- [--out dist/connector] [--cloud NAME] [--host HOST]
  [--client-id GUID] [--tenant-id GUID] [--resource-uri URI] [--on-behalf-of]`

/** Writes a folder for each cloud with the files that the command line tools upload. */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'dist/connector' },
    cloud: { type: 'string' },
    host: { type: 'string', default: apiDefinition.host },
    'client-id': { type: 'string' },
    'tenant-id': { type: 'string' },
    'resource-uri': { type: 'string' },
    'on-behalf-of': { type: 'boolean', default: false },
  },
})

const wanted = clouds.filter((cloud) => values.cloud === undefined || cloud === values.cloud)
const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

const faults = [
  ...(wanted.length === 0
    ? [`--cloud is ${values.cloud ?? ''}, expected ${clouds.join(', ')}.`]
    : []),
  ...(/^[a-z0-9.-]+(:\d+)?$/i.test(values.host)
    ? []
    : [`--host is ${values.host}, expected a host name such as integration.agency.gov.`]),
  ...(['client-id', 'tenant-id'] as const).flatMap((name) => {
    const value = values[name]
    return value === undefined || guid.test(value)
      ? []
      : [`--${name} is ${value}, expected a GUID.`]
  }),
]

if (faults.length > 0) {
  console.error([...faults, usage].join('\n'))
  process.exitCode = 1
} else {
  for (const cloud of wanted) await writeCloud(cloud)
}

async function writeCloud(cloud: Cloud): Promise<void> {
  const folder = join(values.out, cloud)
  await mkdir(folder, { recursive: true })
  const json = (name: string, content: object) =>
    writeFile(join(folder, name), `${JSON.stringify(content, null, 4)}\n`)
  await json('apiDefinition.swagger.json', { ...apiDefinition, host: values.host })
  await json('apiProperties.json', apiProperties(registration(cloud)))
  await json('settings.json', {
    apiProperties: 'apiProperties.json',
    apiDefinition: 'apiDefinition.swagger.json',
    icon: 'icon.png',
    powerAppsUrl: cloudAddresses[cloud].powerApps,
    powerAppsApiVersion: '2016-11-01',
  })
  for (const name of ['icon.png', 'readme.md']) {
    await writeFile(join(folder, name), await readFile(new URL(name, import.meta.url)))
  }
  console.log(`${folder}  ${cloudAddresses[cloud].label}`)
}

function registration(cloud: Cloud): Registration {
  const placeholder = placeholderRegistration(cloud)
  const clientId = values['client-id'] ?? placeholder.clientId
  return {
    cloud,
    clientId,
    tenantId: values['tenant-id'] ?? placeholder.tenantId,
    resourceUri: values['resource-uri'] ?? placeholder.resourceUri,
    onBehalfOf: values['on-behalf-of'],
  }
}
