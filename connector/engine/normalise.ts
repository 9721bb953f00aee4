import { parseColumnValue } from './column-value.js'
import type { ColumnScalar } from './column-value.js'
import type { CanonicalValue, OutcomeReason } from './contract.js'
import { quoted } from './quoted.js'
import type { Part } from './record-draft.js'
import type { AspectPlan, ChunkScope, FieldPlan } from './scope.js'
import type { TargetColumn } from './target-table.js'
import { steps, Trace } from './trace.js'

/** Why a value cannot be committed whatever its policy says. */
export interface Obstacle {
  readonly reason: OutcomeReason
  readonly message: string
}

/** What an item says of one aspect: the unit of decision. */
export interface Unit {
  readonly plan: AspectPlan
  /** The canonical value of the aspect. */
  readonly value: CanonicalValue
  /** The columns it would change; undefined where the value is not known. */
  readonly parts: readonly Part[] | undefined
  /** The value as messages show it. */
  readonly shown: string
  readonly obstacle: Obstacle | undefined
  /** True where the obstacle rejects the value instead of holding it. */
  readonly isRejected: boolean
  readonly trace: Trace
}

/** A value that its column cannot take, and why. */
export interface Unfit {
  readonly unfit: string
}

/**
 * The unit of one column: the value mapped through the code list (the item's, else the one of the
 * column's own policy) and put in canonical form; or why the column cannot take the value.
 */
export function normalise(
  scope: ChunkScope,
  plan: FieldPlan,
  input: ColumnScalar,
  itemCodeList: string | null,
): Unit | Unfit {
  const codeList = itemCodeList ?? plan.codeList
  if (codeList === null || codeList === '' || input === null || input === '') {
    return unitOf(plan, input, Trace.start)
  }
  return translated(scope, plan, String(input), codeList)
}

function translated(
  scope: ChunkScope,
  plan: FieldPlan,
  code: string,
  codeList: string,
): Unit | Unfit {
  const policy = plan.match.kind === 'one' ? plan.match.policy : undefined
  const translation = scope.index.translate(codeList, scope.source, code)
  const named = `Code ${quoted(code)} of ${scope.source}`
  switch (translation.kind) {
    case 'ambiguous': {
      const values = translation.maps.map((map) => quoted(map.canonicalCodeValue)).join(' and ')
      const message = `${named} is mapped twice in code list ${codeList}, to ${values}: keep one map and run the item again.`
      return unknownValue(plan, code, { reason: 'unmappedCode', message }, false)
    }
    case 'unmapped': {
      if (policy?.unmappedCodes === 'passThrough') {
        return unitOf(plan, code, Trace.start.then(steps.normalise.passedThrough))
      }
      const isRejected = policy?.unmappedCodes === 'reject'
      const next = isRejected
        ? `policy ${quoted(policy.name)} rejects such codes.`
        : 'add a value map and run the item again.'
      const message = `${named} has no map in code list ${codeList}: ${next}`
      return unknownValue(plan, code, { reason: 'unmappedCode', message }, isRejected)
    }
    case 'mapped': {
      const { canonicalCodeValue, confidence } = translation.map
      const least = policy?.minimumConfidence ?? 0
      const isSure = confidence >= least
      const step = isSure ? steps.normalise.mapped : steps.normalise.lowConfidence
      const message = `${named} is mapped to ${quoted(canonicalCodeValue)} with confidence ${String(confidence)}, below the ${String(least)} that policy ${quoted(policy?.name ?? '')} asks for.`
      const obstacle: Obstacle | undefined = isSure
        ? undefined
        : { reason: 'lowConfidence', message }
      return unitOf(plan, canonicalCodeValue, Trace.start.then(step), code, obstacle)
    }
  }
}

function unitOf(
  plan: FieldPlan,
  input: ColumnScalar,
  trace: Trace,
  code?: string,
  obstacle?: Obstacle,
): Unit | Unfit {
  const parsed = parseColumnValue(plan.column, input)
  if (!parsed.ok) {
    const origin = code === undefined ? '' : ` That is what the value map makes of ${quoted(code)}.`
    return { unfit: parsed.message + origin }
  }
  const { value } = parsed
  const from = code === undefined || code === value ? '' : ` (from ${quoted(code)})`
  return {
    plan,
    value,
    parts: [{ column: plan.column, value }],
    shown: shownValue(plan.column, value) + from,
    obstacle,
    isRejected: false,
    trace,
  }
}

function unknownValue(
  plan: FieldPlan,
  code: string,
  obstacle: Obstacle,
  isRejected: boolean,
): Unit {
  const trace = Trace.start.then(steps.normalise.unmapped)
  return {
    plan,
    value: null,
    parts: undefined,
    shown: quoted(code),
    obstacle,
    isRejected,
    trace,
  }
}

/** A value as messages show it: a choice by its label, the rest in quotes. */
export function shownValue(column: TargetColumn, value: CanonicalValue): string {
  if (value === null) return 'empty'
  if (column.kind !== 'choice') return quoted(value)
  const option = column.options?.find((one) => String(one.value) === value)
  return quoted(option?.label ?? value)
}
