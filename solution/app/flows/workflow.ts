import type { FlowConnection } from './connections.js'

/** Inputs may hold expressions, as `value` and `text` write them. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

export type Status = 'Succeeded' | 'Failed' | 'Skipped' | 'TimedOut'

/** An action with the connections that it and those within it need. */
export interface Action {
  readonly json: Readonly<Record<string, Json>>
  readonly connections: readonly FlowConnection[]
  /** Names that it runs after, and in which states of theirs. (Default: the one before, succeeded) */
  readonly runAfter?: Readonly<Record<string, readonly Status[]>>
}

export type Actions = Readonly<Record<string, Action>>

/** Each action runs after the one above it, unless it says otherwise. */
export function inOrder(actions: Actions): Json {
  let before: string | undefined
  const written: Record<string, Json> = {}
  for (const [name, { json, runAfter }] of Object.entries(actions)) {
    const usual = before === undefined ? {} : { [before]: ['Succeeded'] }
    written[name] = { runAfter: runAfter ?? usual, ...json }
    before = name
  }
  return written
}

export const connectionsOf = (actions: Actions): readonly FlowConnection[] =>
  Object.values(actions).flatMap(({ connections }) => connections)

/** The same action, run when another one came to a certain end. */
export function after(
  runAfter: Readonly<Record<string, readonly Status[]>>,
  action: Action,
): Action {
  return { ...action, runAfter }
}
