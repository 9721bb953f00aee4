import type { State, StatusReason } from '../table.js'

/** The states of a table that names none: active and inactive, each with its first status reason. */
export function standardStates(statusReasons: readonly StatusReason[]): readonly State[] {
  return ['Active', 'Inactive'].map((name, value) => ({
    value,
    label: name,
    invariantName: name,
    defaultStatus: statusReasons.find(({ state }) => state === value)?.value ?? value + 1,
  }))
}
