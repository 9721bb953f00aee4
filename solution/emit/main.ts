import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import {
  dataIntegration,
  dataIntegrationConnector,
  dataIntegrationExample,
  dataIntegrationFlows,
} from '../app/solutions/index.js'
import { packageSolutions } from './output/package-solutions.js'
import { builtControls, connectorParts } from './output/parts.js'

const out = fileURLToPath(new URL('../../dist', import.meta.url))
const log = (line: string) => console.log(line)

log('Building the controls ...')
const controls = await builtControls()
log(`controls ${controls.length}`)
const connector = await connectorParts()
await mkdir(out, { recursive: true })

// In the order in which they are imported.
const isWhole = await packageSolutions({
  solutions: [
    () => dataIntegration({ controls }),
    () => dataIntegrationConnector(connector),
    () => dataIntegrationExample({ controls }),
    dataIntegrationFlows,
  ],
  out,
  log,
})
if (!isWhole) process.exitCode = 1
