import type { Solution } from '../../model/solution/index.js'
import { connectorFiles } from '../components/connector.js'
import { customControlFiles } from '../components/custom-control.js'
import {
  emitEnvironmentVariable,
  environmentVariablePath,
} from '../components/environment-variable.js'
import { flowPath } from '../components/flow.js'
import { webResourcePath } from '../components/web-resource.js'
import { writeFragment } from '../xml.js'

const utf8 = new TextEncoder()

/** The files of a zip beside solution.xml, customizations.xml and the content types. */
export function componentFiles(solution: Solution): ReadonlyMap<string, Uint8Array> {
  return new Map<string, Uint8Array>([
    ...solution.webResources.map(
      (resource) => [webResourcePath(resource), resource.content] as const,
    ),
    ...solution.customControls.flatMap(customControlFiles),
    ...solution.connectors.flatMap(connectorFiles),
    ...solution.flows.map((flow) => [flowPath(flow), utf8.encode(flow.definition)] as const),
    ...solution.environmentVariables.map(
      (variable) =>
        [
          environmentVariablePath(variable),
          utf8.encode(writeFragment(emitEnvironmentVariable(variable))),
        ] as const,
    ),
    ...(solution.files ?? []),
  ])
}
