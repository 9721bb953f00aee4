import { parseColumnValue } from '../column-value.js'
import { indexOf } from '../configuration-index.js'
import type { CanonicalValue, CommitPolicy } from '../contract.js'
import { recordText } from '../entry-draft.js'
import { shownValue } from '../normalise.js'
import { dayLength, wholeRecord, wholeSeconds } from '../scope.js'
import type { RecordSettlement, SettleContext, SettledEntry, SettleRecord } from './contract.js'
import { deciderOf } from './decider.js'
import type { Decider } from './decider.js'
import type { EntrySettlement } from './entry-settlement.js'
import { RecordDecisions } from './record-settlement.js'
import type { ValueToWrite } from './record-settlement.js'
import { restore } from './restore.js'
import type { SettledChange } from '../write-back/index.js'
import { effectOf, putBackReason } from './transitions.js'

/**
 * Makes every open decision about a record's entries effective, in the order they were made.
 *
 * @param refusal The platform's message, where it refused what was decided: nothing is written then.
 */
export function settleRecord(
  context: SettleContext,
  record: SettleRecord,
  refusal?: string,
): RecordSettlement {
  const settling = new Settling(context, record, refusal)
  const open = settling.decisions.entries
    .filter((entry) => !entry.isUndecided)
    .map((entry) => ({ entry, decider: deciderOf(entry.entry, context.serviceUserId) }))
    .sort((a, b) => a.decider.on - b.decider.on || byChain(a.entry, b.entry))
  const settled = open.map(({ entry }) => settling.settle(entry))
  return {
    record: settling.decisions.write,
    entryChanges: settling.decisions.entryChanges,
    changes: settling.changes,
    settled,
  }
}

function byChain({ entry: a }: EntrySettlement, { entry: b }: EntrySettlement): number {
  return a.chainSequence - b.chainSequence || (a.id < b.id ? -1 : 1)
}

class Settling {
  readonly decisions: RecordDecisions
  readonly changes: SettledChange[] = []
  readonly #context: SettleContext
  readonly #refusal: string | undefined
  readonly #now: number

  constructor(context: SettleContext, record: SettleRecord, refusal: string | undefined) {
    this.decisions = new RecordDecisions(record)
    this.#context = context
    this.#refusal = refusal
    this.#now = wholeSeconds(context.now)
  }

  settle(entry: EntrySettlement): SettledEntry {
    const { settled, standing, status } = entry
    if (entry.isUndecided) {
      // An earlier decision for another value was one against this one.
      const reason = entry.row.reason ?? ''
      return { id: entry.entry.id, result: 'drop', decision: 'rejected', reason }
    }
    const effect = effectOf(settled, standing, status)
    switch (effect) {
      case 'apply':
      case 'vouch':
        return this.#certify(entry, effect)
      case 'drop':
        return this.#withdraw(entry, effect, 'rejected', `Rejected by a steward.`)
      case 'restorePrevious':
      case 'restoreCertified':
        return this.#takeBack(entry, effect)
      case 'putBack':
        return this.#putBack(entry, putBackReason(settled, standing, status))
    }
  }

  #certify(entry: EntrySettlement, effect: 'apply' | 'vouch'): SettledEntry {
    const { serviceUserId } = this.#context
    const decider = deciderOf(entry.entry, serviceUserId)
    const { certifiedAtOnce, firstCertifiedBy, sourceSystemKey, value } = entry.entry
    if (certifiedAtOnce && decider.by === serviceUserId) {
      entry.certifiedAtOnce(decider)
      this.#changed(entry, decider, sourceSystemKey, value)
      const reason = 'Certified at once, as its policy says.'
      return { id: entry.entry.id, result: effect, decision: 'certified', reason }
    }
    const policies = this.#policiesOf(entry.aspectKey)
    if (policies.some(({ certificationsRequired }) => certificationsRequired === 2)) {
      if (firstCertifiedBy === null) {
        const reason = 'Certified once; a second, different steward has to certify it too.'
        entry.certifiedOnce(decider, reason)
        return { id: entry.entry.id, result: 'half', decision: 'firstCertified', reason }
      }
      if (firstCertifiedBy === decider.by) {
        return this.#putBack(
          entry,
          'Nothing was decided: the second certification has to come from somebody else than the first.',
        )
      }
    }
    const sentences = effect === 'apply' ? this.#write(entry) : ['Certified by a steward.']
    if (typeof sentences === 'string') return this.#putBack(entry, sentences)
    const [policy] = policies
    const days = policy?.staleAfterDays ?? 0
    entry.staleOn(days > 0 ? this.#now + days * dayLength : null)
    const reason = sentences.join(' ')
    entry.certified(decider, this.#now, reason)
    this.#endRivals(entry)
    this.#changed(entry, decider, sourceSystemKey, value)
    return { id: entry.entry.id, result: effect, decision: 'certified', reason }
  }

  /** Writes a waiting value; a text says why that cannot be. */
  #write(entry: EntrySettlement): readonly string[] | string {
    const parts = this.#writable(entry)
    if (typeof parts === 'string') return parts
    const replaced = new Map(
      parts.map(({ column: { logicalName } }) => [logicalName, this.decisions.value(logicalName)]),
    )
    const head = this.decisions.headOf(entry.aspectKey)
    for (const part of parts) this.decisions.set(part)
    head?.supersede(this.#now)
    entry.apply(this.#now, replaced)
    const changes = parts.map(({ column, value }) => {
      const before = replaced.get(column.logicalName) ?? null
      return `${column.label} changed from ${shownValue(column, before)} to ${shownValue(column, value)}.`
    })
    return ['Certified by a steward.', ...changes]
  }

  #writable(entry: EntrySettlement): readonly ValueToWrite[] | string {
    if (this.#refusal !== undefined) {
      return `Nothing was decided: Dataverse refused the change. ${this.#refusal}`
    }
    const { exists, table } = this.decisions.record
    if (!table || !exists) return 'Nothing was decided: the record is not there any more.'
    const parts: ValueToWrite[] = []
    for (const name of entry.columns) {
      const column = this.decisions.column(name)
      if (!column?.validForUpdate) {
        return `Nothing was decided: ${table.label} has no column ${name} that can be written.`
      }
      const value = entry.valueOf(name)
      const parsed = parseColumnValue(column, value)
      if (!parsed.ok) return `Nothing was decided: ${parsed.message}`
      parts.push({ column, value })
    }
    return parts.length > 0 ? parts : 'Nothing was decided: the entry names no column.'
  }

  /** A decision for one value is one against the others that wait. */
  #endRivals(chosen: EntrySettlement): void {
    const decider = deciderOf(chosen.entry, this.#context.serviceUserId)
    for (const rival of this.decisions.rivalsOf(chosen, decider.on)) {
      if (rival.entry.value === chosen.entry.value) {
        rival.supersede(this.#now)
        continue
      }
      const { sourceSystemKey } = chosen.entry
      const reason = `A steward certified the value of ${sourceSystemKey} instead (${chosen.entry.name}).`
      rival.withdrawn('rejected', decider, this.#now, reason)
    }
  }

  #withdraw(
    entry: EntrySettlement,
    result: SettledEntry['result'],
    status: 'rejected' | 'revoked',
    reason: string,
  ): SettledEntry {
    const decider = deciderOf(entry.entry, this.#context.serviceUserId)
    entry.withdrawn(status, decider, this.#now, reason)
    return { id: entry.entry.id, result, decision: status, reason }
  }

  #takeBack(entry: EntrySettlement, effect: 'restorePrevious' | 'restoreCertified'): SettledEntry {
    const isRevoke = effect === 'restoreCertified'
    const status = isRevoke ? 'revoked' : 'rejected'
    if (this.#refusal !== undefined) {
      entry.supersede(this.#now)
      const reason = `Dataverse refused to set the record back. ${this.#refusal}`
      return this.#withdraw(entry, 'refused', status, reason)
    }
    const wasCertified = entry.settled === 'certified'
    const { result, reason, values } = restore(this.decisions, entry, isRevoke, this.#now)
    const settled = this.#withdraw(entry, result === 'restored' ? effect : result, status, reason)
    if (wasCertified && values.size > 0) {
      const { aspectKey } = entry
      const value = aspectKey === wholeRecord ? recordText(values) : (values.get(aspectKey) ?? null)
      this.#changed(entry, deciderOf(entry.entry, this.#context.serviceUserId), null, value)
    }
    return settled
  }

  #putBack(entry: EntrySettlement, reason: string): SettledEntry {
    entry.putBack(reason)
    return { id: entry.entry.id, result: 'putBack', decision: null, reason }
  }

  #changed(
    { entry, row, aspectKey }: EntrySettlement,
    { on }: Decider,
    origin: string | null,
    value: CanonicalValue,
  ): void {
    const { table, targetId } = this.decisions.record
    if (!table) return
    this.changes.push({
      entryId: entry.id,
      decision: row.decisionHash ?? '',
      decidedOn: on,
      table,
      targetId,
      aspectKey,
      value,
      origin,
    })
  }

  /** The policies that hold for an aspect: one, or several that nobody told apart. */
  #policiesOf(aspectKey: string): readonly CommitPolicy[] {
    const index = indexOf(this.#context.configuration)
    const { targetTable } = this.decisions.record
    const match =
      aspectKey === wholeRecord
        ? index.tablePolicy(targetTable)
        : index.fieldPolicy(targetTable, aspectKey)
    switch (match.kind) {
      case 'none':
        return []
      case 'one':
        return [match.policy]
      case 'ambiguous':
        return match.policies
    }
  }
}
