import { conflictRule } from './conflict-rule.js'
import type { CommitPolicy } from './contract.js'
import { isEcho } from './echo-rule.js'
import { shownValue } from './normalise.js'
import type { Unit } from './normalise.js'
import { comesFrom, ownLatest } from './own-latest.js'
import type { OwnLatest } from './own-latest.js'
import { quoted } from './quoted.js'
import type { Part, RecordDraft } from './record-draft.js'
import { clockTolerance } from './scope.js'
import type { ChunkScope } from './scope.js'
import { isNewer, timeRule } from './time-rule.js'
import { steps } from './trace.js'
import type { Trace } from './trace.js'
import { verdict } from './verdict.js'
import type { Stop, Verdict } from './verdict.js'

/** A unit on its way through the rules. */
interface Case {
  readonly scope: ChunkScope
  readonly draft: RecordDraft
  readonly unit: Unit
  readonly parts: readonly Part[]
  /** Milliseconds, whole seconds. */
  readonly occurred: number
}

/**
 * Decides one unit against its record: the rules run top to bottom and the first that applies
 * wins. Changes nothing. `occurred`: milliseconds, whole seconds.
 */
export function evaluate(
  scope: ChunkScope,
  draft: RecordDraft,
  unit: Unit,
  occurred: number,
): Verdict {
  const { parts, plan } = unit
  const stop = policyRule(unit)
  if (!parts) return withoutValue(scope, unit, stop)
  const one: Case = { scope, draft, unit, parts, occurred }
  return stop || plan.match.kind !== 'one'
    ? ungoverned(one, stop)
    : governed(one, plan.match.policy, unit.trace.then(steps.policy[plan.match.level]))
}

/** Nothing is known to write: an unmapped code, an unknown related record. */
function withoutValue(scope: ChunkScope, unit: Unit, policyStop: Stop | undefined): Verdict {
  const { obstacle, trace } = unit
  const reason = obstacle?.reason ?? 'badValue'
  const message = obstacle?.message ?? ''
  if (unit.isRejected) return verdict('rejected', reason, message, trace)
  const { match, rank } = unit.plan
  const stop =
    policyStop ??
    (match.kind === 'one' && rank < 0 ? notAuthoritative(scope, unit, match.policy) : undefined)
  return stop
    ? verdict('held', reason, `${message} ${stop.message}`, trace.then(stop.step))
    : verdict('held', reason, message, trace)
}

function policyRule(unit: Unit): Stop | undefined {
  const { match, label } = unit.plan
  switch (match.kind) {
    case 'one':
      return undefined
    case 'none':
      return {
        reason: 'noPolicy',
        message: `No commit policy covers ${label}: add one, or certify the value by hand.`,
        step: steps.policy.none,
      }
    case 'ambiguous': {
      const names = match.policies.map((policy) => quoted(policy.name)).join(' and ')
      return {
        reason: 'ambiguousPolicy',
        message: `Commit policies ${names} cover ${label} equally: keep one of them.`,
        step: steps.policy.ambiguous,
      }
    }
  }
}

/** Without one policy a value is held, unless a person or an earlier job has dealt with it. */
function ungoverned(one: Case, stop: Stop | undefined): Verdict {
  const { scope, draft, unit, parts } = one
  const trace = stop ? unit.trace.then(stop.step) : unit.trace
  const own = ownLatest(draft, scope.source, unit, parts)
  if (own.result !== 'none') return repeated(one, own, trace)
  if (comesFrom(draft, scope.source, parts)) return unchanged(unit, trace)
  return held(one, stop ? [stop] : [], trace)
}

function governed(one: Case, policy: CommitPolicy, traceSoFar: Trace): Verdict {
  const { scope, draft, unit, parts, occurred } = one
  const changed = draft.changedParts(parts)
  if (changed.length === 0) return unchanged(unit, traceSoFar)
  let trace = traceSoFar.then(steps.equalsRecord.no)

  const own = ownLatest(draft, scope.source, unit, changed)
  trace = trace.then(steps.ownLatest[own.result])
  if (own.result !== 'none') return repeated(one, own, trace)
  if (isEcho(draft, scope.source, changed, occurred)) return echo(one, trace)

  if (unit.plan.rank < 0) {
    const stop = notAuthoritative(scope, unit, policy)
    return held(one, [stop], trace.then(stop.step))
  }
  const { authority } = steps
  trace = trace.then(policy.authoritativeSources.length === 0 ? authority.any : authority.listed)

  const conflict = conflictRule(scope, draft, unit, changed, policy)
  trace = trace.then(conflict.step)
  if (conflict.stop) return held(one, [conflict.stop], trace)

  const age = timeRule(scope, draft, unit, changed, policy, occurred)
  trace = trace.then(age.step)
  if (age.stop) return held(one, [age.stop], trace)
  if (age.older !== undefined) return verdict('superseded', 'olderThanApplied', age.older, trace)
  if (occurred > scope.now + clockTolerance) return inFuture(unit, trace.then(steps.time.future))

  return commitRule(one, changed, policy, trace)
}

function commitRule(
  one: Case,
  changed: readonly Part[],
  policy: CommitPolicy,
  trace: Trace,
): Verdict {
  const { draft, unit } = one
  const certifiesAtOnce = policy.autoCertify && policy.certificationsRequired === 1
  if (policy.commitMode === 'onCertify' && !certifiesAtOnce) {
    const stop: Stop = {
      reason: 'awaitingCertification',
      message: `Policy ${quoted(policy.name)} lets ${unit.plan.label} change once a steward has certified the value.`,
      step: steps.commit.onCertify,
    }
    return held(one, [stop], trace.then(stop.step))
  }
  if (unit.obstacle) return held(one, [], trace.then(steps.commit.lowConfidence))

  const refusing = changed.find(({ column }) =>
    draft.exists ? !column.validForUpdate : !column.validForCreate,
  )
  if (refusing) {
    const when = draft.exists ? 'a record is created' : 'the record exists'
    const message = `${refusing.column.label} can be written only when ${when}, so ${unit.shown} cannot be.`
    return verdict('rejected', 'badValue', message, trace.then(steps.commit.columnRefuses))
  }
  const [only] = changed
  const before =
    only && changed.length === 1 ? shownBefore(draft, only, unit) : ` now is ${unit.shown}`
  const step = certifiesAtOnce ? steps.commit.autoCertify : steps.commit.onIngest
  const message = `${unit.plan.label}${before}, by policy ${quoted(policy.name)}.`
  return verdict('applied', 'committed', message, trace.then(step), 'commit')
}

function shownBefore(draft: RecordDraft, part: Part, unit: Unit): string {
  const before = draft.value(part.column.logicalName)
  return before === null
    ? ` now is ${unit.shown}`
    : ` changed from ${shownValue(part.column, before)} to ${unit.shown}`
}

/** What is said of a value that the record has already. */
export function unchangedMessage({ plan, shown }: Unit): string {
  return `${plan.label} already is ${shown}.`
}

function unchanged(unit: Unit, trace: Trace): Verdict {
  return verdict(
    'unchanged',
    'equalsRecord',
    unchangedMessage(unit),
    trace.then(steps.equalsRecord.yes),
    'confirm',
  )
}

function inFuture(unit: Unit, trace: Trace): Verdict {
  const message = `${unit.shown} for ${unit.plan.label} occurred more than five minutes ahead of now: correct the clock or the Occurred Date Time of the source.`
  return verdict('rejected', 'occurredInFuture', message, trace)
}

function notAuthoritative(scope: ChunkScope, unit: Unit, policy: CommitPolicy): Stop {
  const sources = policy.authoritativeSources.join(', ')
  return {
    reason: 'notAuthoritative',
    message: `${scope.source} is no authoritative source of ${unit.plan.label} (policy ${quoted(policy.name)} names ${sources}): certify the value by hand, or name the source in the policy.`,
    step: steps.authority.notListed,
  }
}

function echo({ scope, unit }: Case, trace: Trace): Verdict {
  const message = `${unit.shown} for ${unit.plan.label} is our own update coming back: ${scope.source} was offered it before a newer value was certified.`
  return verdict('superseded', 'olderThanApplied', message, trace.then(steps.ownLatest.offered))
}

/** A value that the source brought before and that is not in the record. */
function repeated(one: Case, own: OwnLatest, trace: Trace): Verdict {
  const { scope, unit } = one
  const { label } = unit.plan
  const value = `${unit.shown} from ${scope.source} for ${label}`
  switch (own.result) {
    case 'held': {
      const message = `${value} already waits in the ledger: certify or reject it there.`
      return verdict('held', 'alreadyHeld', message, trace)
    }
    case 'rejected': {
      const message = `A steward rejected ${value}: correct it in ${scope.source}, or certify the ledger entry.`
      return verdict('rejected', 'decidedBySteward', message, trace)
    }
    case 'chosenOver': {
      const chosen = own.entry?.source ?? ''
      const message = `A steward chose the value of ${chosen} over ${value}: correct it in ${scope.source}, or revoke the choice.`
      return verdict('rejected', 'decidedBySteward', message, trace)
    }
    case 'revoked':
      return held(
        one,
        [
          {
            reason: 'revoked',
            message: `Certification of ${value} was revoked: it needs a fresh look.`,
            step: steps.ownLatest.revoked,
          },
        ],
        trace,
      )
    case 'changedOutside':
      return held(
        one,
        [
          {
            reason: 'changedOutside',
            message: `${label} was changed in Dataverse after ${scope.source} set it to ${unit.shown}: certify to set it back, or reject to keep the change.`,
            step: steps.ownLatest.changedOutside,
          },
        ],
        trace,
      )
    case 'none':
      return held(one, [], trace)
  }
}

/**
 * Holds a value for all its reasons. One that is older than what the source already has waiting
 * is superseded instead: one value a source waits.
 */
function held(one: Case, stops: readonly Stop[], trace: Trace): Verdict {
  const { scope, draft, unit, occurred } = one
  const waiting = draft.heldBy(scope.source, unit.plan.aspectKey)
  if (waiting && isNewer(scope, waiting.observed, occurred)) {
    const message = `A newer value from ${scope.source} for ${unit.plan.label} already waits in the ledger, so ${unit.shown} is past.`
    const step = steps.ownLatest.newerHeld
    return verdict('superseded', 'olderThanApplied', message, trace.then(step))
  }
  const reasons = unit.obstacle ? [unit.obstacle, ...stops] : stops
  const message = `${unit.shown} from ${scope.source} is held. ${reasons.map((one) => one.message).join(' ')}`
  return verdict('held', reasons[0]?.reason ?? 'conflict', message, trace, 'hold')
}
