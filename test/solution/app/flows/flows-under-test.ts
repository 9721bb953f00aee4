import { approvals, integrationService, mail } from '../../../../solution/app/flows/connections.js'
import { cloudFlow } from '../../../../solution/app/flows/flow.js'
import type { FlowDeclaration } from '../../../../solution/app/flows/flow.js'
import { parameterName } from '../../../../solution/app/flows/variables.js'
import type { EnvironmentVariable } from '../../../../solution/model/solution/index.js'
import { standIn } from '../../../support/flows/connection.js'
import type { Connection } from '../../../support/flows/connection.js'
import { turnOn } from '../../../support/flows/flow.js'
import type { FinishedRun, RunningFlow } from '../../../support/flows/flow.js'
import type { FlowStack } from '../../../support/flows/flow-stack.js'
import type { FlowFile } from '../../../support/flows/workflow.js'
import { until } from '../../../support/until.js'

/** A sample flow as its solution carries it. */
export function fileOf(declaration: FlowDeclaration): FlowFile {
  return JSON.parse(cloudFlow(declaration).definition) as FlowFile
}

export interface Around {
  /** Connectors that are not ours; what is not given is answered with nothing. */
  readonly mail?: Connection
  readonly approvals?: Connection
  readonly service?: Connection
  /** Values of environment variables. */
  readonly values: readonly (readonly [EnvironmentVariable, string])[]
}

/** Turns a sample flow on, on a stack. */
export function turnedOn(
  stack: FlowStack,
  declaration: FlowDeclaration,
  around: Around,
): Promise<RunningFlow> {
  return turnOn(fileOf(declaration), {
    clock: stack.clock,
    callbacks: stack.callbacks,
    connections: {
      [integrationService.key]: around.service ?? stack.connection(),
      [mail.key]: around.mail ?? standIn({}),
      [approvals.key]: around.approvals ?? standIn({}),
    },
    parameters: Object.fromEntries(
      around.values.map(([variable, value]) => [parameterName(variable), value]),
    ),
  })
}

/** Waits until so many runs have ended, and gives them. */
export async function runsOf(flow: RunningFlow, count: number): Promise<readonly FinishedRun[]> {
  let runs: readonly FinishedRun[] = []
  await until(async () => {
    runs = await flow.runs()
    return runs.length >= count
  }, `${count} runs have ended`)
  return runs
}

/** What each action came to, for messages. */
export function historyOf({ outcomes }: FinishedRun): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...outcomes].map(([name, { status, error }]) => [
      name,
      error === undefined ? status : `${status}: ${error}`,
    ]),
  )
}
