import type { Action, Actions } from '../workflow.js'

/** An action with the loops around it, from the outside in. */
export interface Step {
  readonly name: string
  readonly action: Action
  readonly loops: readonly Step[]
}

/** All actions of a flow, however deep. */
export function stepsOf(actions: Actions, loops: readonly Step[] = []): readonly Step[] {
  return Object.entries(actions).flatMap(([name, action]) => {
    const step = { name, action, loops }
    const inner = action.type === 'Foreach' ? [...loops, step] : loops
    return [
      step,
      ...stepsOf(action.actions ?? {}, inner),
      ...stepsOf(action.else?.actions ?? {}, inner),
    ]
  })
}

/** What of an action is its own and not that of actions within it. */
export function ownParts({ inputs, expression, foreach }: Action): readonly unknown[] {
  return [inputs, expression, foreach]
}
