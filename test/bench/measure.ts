import type { Bench } from './bench.js'

/** One thing that is measured, and what it has to reach. */
export interface Measure {
  readonly name: string
  readonly unit: string
  readonly target: number
  /** Which side of the target is good. */
  readonly good: 'atMost' | 'atLeast'
  /** Null where it cannot be measured here; it said why on standard error. */
  readonly run: (bench: Bench) => Promise<number | null>
}

/** What is printed of a measure. */
export interface Result {
  readonly measure: string
  readonly value: number
  readonly unit: string
  readonly target: number
  readonly met: boolean
}

export function resultOf(measure: Measure, value: number): Result {
  const { name, unit, target, good } = measure
  const met = good === 'atMost' ? value <= target : value >= target
  return { measure: name, value: rounded(value), unit, target, met }
}

/** Four significant digits, or all digits before the point. */
function rounded(value: number): number {
  return Math.abs(value) >= 1_000 ? Math.round(value) : Number(value.toPrecision(4))
}
