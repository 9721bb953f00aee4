import type { Deviations } from './deviations.js'

/** One option of a choice. `value` is stored in rows, so it is never reused and never renumbered. */
export interface Option {
  readonly value: number
  readonly label: string
  readonly description?: string
  /** `#rrggbb` */
  readonly color?: string
  /** The platform's attributes of the option that say more than this. */
  readonly settings?: Readonly<Record<string, string>>
}

/** The options of a choice by the name our code uses. */
export type Options = Readonly<Record<string, Option>>

/** A choice of its own, shared by columns of several tables (a global choice). */
export interface GlobalChoice<O extends Options = Options> extends Deviations {
  readonly name: string
  readonly label: string
  readonly description?: string
  readonly options: O
}

/** What the platform keeps about a column's own choice beside its options; absent: as the column has it. */
export interface ChoiceParts extends Deviations {
  readonly name?: string
  readonly label?: string
  readonly description?: string
}

/** The code name of the option with this stored value, or undefined when the choice has none. */
export function optionName<O extends Options>(
  options: O,
  value: number,
): (keyof O & string) | undefined {
  for (const name in options) if (options[name]?.value === value) return name
  return undefined
}
