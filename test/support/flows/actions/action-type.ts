import type { Run } from '../run.js'
import type { Action, Outcome } from '../workflow.js'

export interface ActionRun {
  readonly name: string
  readonly action: Action
  readonly run: Run
}

/** Carries out an action; what it throws makes the action fail. */
export type ActionType = (action: ActionRun) => Promise<Outcome> | Outcome

/** An answer below 400 is a success. */
export const httpOutcome = (
  inputs: unknown,
  outputs: { readonly status: number; readonly headers: object; readonly body: unknown },
): Outcome => ({
  status: outputs.status < 400 ? 'Succeeded' : 'Failed',
  inputs,
  outputs: { statusCode: outputs.status, headers: outputs.headers, body: outputs.body },
})
